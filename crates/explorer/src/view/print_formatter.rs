//! The words of what is only printed: checks of the article and sources in full.

use model::{ArticlePlace, Hosting, SourceKind, Verdict};
use text::{PrintMessages, format};

/// Puts values into the messages of what is only printed.
#[derive(Clone, Copy, Debug)]
pub struct PrintFormatter<'b> {
    messages: &'b PrintMessages,
}

impl<'b> PrintFormatter<'b> {
    /// In these messages.
    #[must_use]
    pub fn new(messages: &'b PrintMessages) -> Self {
        Self { messages }
    }

    /// "Corrected".
    #[must_use]
    pub fn verdict(&self, verdict: Verdict) -> &'b str {
        match verdict {
            Verdict::Corrected => self.messages.verdict_corrected(),
            Verdict::Imprecise => self.messages.verdict_imprecise(),
            Verdict::Unverified => self.messages.verdict_unverified(),
        }
    }

    /// "Official".
    #[must_use]
    pub fn source_kind(&self, kind: SourceKind) -> &'b str {
        match kind {
            SourceKind::Official => self.messages.source_official(),
            SourceKind::Parliamentary => self.messages.source_parliamentary(),
            SourceKind::News => self.messages.source_news(),
            SourceKind::Article => self.messages.source_article(),
        }
    }

    /// What must be said of where a source was read.
    #[must_use]
    pub fn hosting(&self, hosting: Hosting) -> Option<&'b str> {
        match hosting {
            Hosting::Own | Hosting::Supplied => None,
            Hosting::Republication => Some(self.messages.hosting_republication()),
            Hosting::Copy => Some(self.messages.hosting_copy()),
        }
    }

    /// "Korean" for `ko`; the code itself for a language without a word.
    #[must_use]
    pub fn language(&self, code: &'b str) -> &'b str {
        match code {
            "ko" => self.messages.language_ko(),
            "ja" => self.messages.language_ja(),
            "zh" => self.messages.language_zh(),
            _ => code,
        }
    }

    /// "Headline; paragraph 2, sentence 1".
    #[must_use]
    pub fn article_places(&self, places: &[ArticlePlace]) -> String {
        let parts: Vec<String> = places.iter().map(|it| self.article_place(*it)).collect();
        parts.join("; ")
    }

    fn article_place(&self, place: ArticlePlace) -> String {
        if place == ArticlePlace::HEADLINE {
            return self.messages.article_headline().to_owned();
        }
        let (paragraph, sentence) = (place.paragraph.to_string(), place.sentence.to_string());
        let values = [("paragraph", &*paragraph), ("sentence", &*sentence)];
        format(self.messages.article_place(), &values)
    }
}
