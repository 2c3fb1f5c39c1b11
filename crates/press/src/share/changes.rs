//! What changed since the edition before, as data.

use explorer::{Briefing, Selection, address};
use model::{EntityId, SourceId};
use serde_json::{Value, json};
use text::{Alteration, Change, Changed, Changes};

/// The name of the file, beside `index.html`.
pub(crate) const NAME: &str = "changes.json";

/// The data, as JSON with its keys in order.
pub(crate) fn data(briefing: &Briefing, changes: &Changes) -> serde_json::Result<String> {
    let edition = briefing.model.edition;
    let all = |things: &[Changed]| -> Vec<Value> {
        things.iter().map(|it| thing(briefing, it)).collect()
    };
    let numbered = changes.changes.iter().enumerate();
    let changed: Vec<Value> =
        numbered.map(|(index, it)| change(it, index + 1, &all(&it.things))).collect();
    let data = json!({
        "edition": edition.number,
        "date": edition.date.to_string(),
        "since": changes.since,
        "since_date": changes.since_date.to_string(),
        "changes": changed,
        "added": all(&changes.added),
        "others": all(&changes.others),
    });
    Ok(serde_json::to_string_pretty(&data)? + "\n")
}

fn change(change: &Change, number: usize, things: &[Value]) -> Value {
    json!({
        "id": format!("change-{number}"),
        "kind": change.kind.name(),
        "reason": change.reason,
        "said": change.said,
        "record": change.record,
        "things": things,
    })
}

fn thing(briefing: &Briefing, changed: &Changed) -> Value {
    let view = |it: &EntityId| address::print(&briefing.model, &Selection::default().showing(*it));
    json!({
        "thing": changed.thing,
        "became": became(changed),
        "before": changed.before,
        "after": changed.after,
        "fields": changed.fields.iter().map(field).collect::<Vec<_>>(),
        "views": changed.cards.iter().map(view).collect::<Vec<_>>(),
        "source": changed.source.map(SourceId::number),
    })
}

fn became(changed: &Changed) -> &'static str {
    match (&changed.before, &changed.after) {
        (None, Some(_)) => "added",
        (Some(_), None) => "withdrawn",
        (Some(_), Some(_)) => "altered",
        (None, None) => "rearranged",
    }
}

fn field(it: &Alteration) -> Value {
    json!({ "field": it.field, "before": it.before, "after": it.after })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::PageSource;

    fn sample() -> Value {
        let print = PageSource::sample().print;
        serde_json::from_str(&data(print.briefing, print.changes.unwrap()).unwrap()).unwrap()
    }

    #[test]
    fn has_every_change_with_its_reason() {
        let data = sample();
        assert_eq!((&data["edition"], &data["since"]), (&json!(7), &json!(6)));
        assert_eq!(data["since_date"], "2025-08-31");
        let founded = &data["changes"][0];
        assert_eq!((&founded["id"], &founded["kind"]), (&json!("change-1"), &json!("correction")));
        assert_eq!(founded["said"], "the accord was founded on 2 March 2021");
        let thing = &founded["things"][0];
        assert_eq!(thing["thing"], "claim/c-founded");
        assert_eq!(thing["became"], "altered");
        assert_eq!(thing["before"], "Norway and Peru founded the kite accord on 2 March 2021.");
        assert_eq!(
            thing["fields"][1],
            json!({ "field": "date", "before": "2021-03-02", "after": "2021-03-01" })
        );
        assert_eq!(thing["views"][0], "partner=nor");
        assert_eq!(data["changes"][1]["things"][0]["became"], "withdrawn");
        assert_eq!(data["changes"][2]["things"][0]["became"], "rearranged");
    }

    #[test]
    fn names_what_is_new() {
        let data = sample();
        let added = data["added"].as_array().unwrap();
        assert!(added.iter().all(|it| it["became"] == "added" && it["before"].is_null()));
        let source = added.iter().find(|it| it["thing"] == "source/yearbook").unwrap();
        assert!(source["source"].is_u64(), "{source}");
    }

    #[test]
    fn is_the_same_each_time() {
        let print = PageSource::sample().print;
        let again = || data(print.briefing, print.changes.unwrap()).unwrap();
        assert_eq!(again(), again());
    }
}
