//! The phrases of what is only printed: corrections and sources in full.

use model::{Hosting, PrintedWords, SourceKind, Verdict, fill};

/// Puts values into the words of what is only printed.
#[derive(Clone, Copy, Debug)]
pub struct PrintedPhrases<'b> {
    words: &'b PrintedWords<'b>,
}

impl<'b> PrintedPhrases<'b> {
    /// Phrases in these words.
    #[must_use]
    pub fn new(words: &'b PrintedWords<'b>) -> Self {
        Self { words }
    }

    /// "Corrected".
    #[must_use]
    pub fn verdict(&self, verdict: Verdict) -> &'b str {
        match verdict {
            Verdict::Corrected => self.words.verdict_corrected(),
            Verdict::Imprecise => self.words.verdict_imprecise(),
            Verdict::Unverified => self.words.verdict_unverified(),
        }
    }

    /// "Official".
    #[must_use]
    pub fn source_kind(&self, kind: SourceKind) -> &'b str {
        match kind {
            SourceKind::Official => self.words.source_official(),
            SourceKind::Parliamentary => self.words.source_parliamentary(),
            SourceKind::News => self.words.source_news(),
            SourceKind::Article => self.words.source_article(),
        }
    }

    /// What must be said of where a source was read.
    #[must_use]
    pub fn hosting(&self, hosting: Hosting) -> Option<&'b str> {
        match hosting {
            Hosting::Own | Hosting::Supplied => None,
            Hosting::Republication => Some(self.words.hosting_republication()),
            Hosting::Copy => Some(self.words.hosting_copy()),
        }
    }

    /// "Korean" for `ko`; the code itself for a language without a word.
    #[must_use]
    pub fn language(&self, code: &'b str) -> &'b str {
        match code {
            "ko" => self.words.language_ko(),
            "ja" => self.words.language_ja(),
            "zh" => self.words.language_zh(),
            _ => code,
        }
    }

    /// "Headline; paragraph 2, sentence 1" for `title` and `p2s1`.
    #[must_use]
    pub fn article_refs(&self, refs: &[&str]) -> String {
        let parts: Vec<String> = refs.iter().map(|it| self.article_ref(it)).collect();
        parts.join("; ")
    }

    fn article_ref(&self, reference: &str) -> String {
        let place = reference.strip_prefix('p').and_then(|rest| rest.split_once('s'));
        match place {
            Some((paragraph, sentence)) => fill(
                self.words.article_place(),
                &[("paragraph", paragraph), ("sentence", sentence)],
            ),
            None => self.words.article_headline().to_owned(),
        }
    }
}
