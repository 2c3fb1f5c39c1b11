//! The drawing of the timeline. Places on the axis are attributes of SVG, in percent, so that it is right at every width without
//! script and without inline style. Bars and words are HTML in it: a word that has no room wraps to where it is not seen.

use explorer::view;
use explorer::view::{
    BesideFlag, DataAttribute, Lane, LaneItem, LaneName, Mark, NamedLink, Place, Shape, Span, Tick,
    TickName, Timeline, Year,
};
use text::Messages;
use yew::prelude::*;

use super::timeline::lane_key;
use super::{LinkAttributes, live_text, mark};

/// The name of an element of HTML in a drawing. When it hydrates, Yew compares names there letter by letter, and the browser
/// has those of HTML in capitals.
const HTML_IN_DRAWING: &str = "DIV";

const XHTML: &str = "http://www.w3.org/1999/xhtml";

/// Rows of names and of what is drawn beside them. `plot` becomes what spans the axis.
pub(super) fn chart(messages: &Messages, timeline: &Timeline, plot: &NodeRef) -> Html {
    let ahead = Span::new(timeline.now, Place::END);
    html! {
        <>
            <svg ref={plot.clone()} class="timeline-ground">
                { for timeline.years.iter().map(|it| line(&it.number, it.span.from)) }
                { for timeline.period.as_ref().map(|it| slot("period".into(), it.span, html! { <div class="timeline-period"></div> })) }
                { for (!ahead.is_empty()).then(|| slot("ahead".into(), ahead, html! { <div class="timeline-ahead"></div> })) }
            </svg>
            <div class="timeline-row timeline-years">
                { strut("0") }
                <svg>{ for timeline.years.iter().map(|it| year(it, timeline.words_of(it.whose))) }</svg>
            </div>
            { for timeline.lanes.iter().enumerate().map(|(at, it)| lane(at, it)) }
            if !timeline.more_lanes.is_empty() {
                <div key="more" class="timeline-row timeline-more">
                    <span class="lane-name" key={timeline.more_lanes.clone()}>{ timeline.more_lanes.clone() }</span>
                </div>
            }
            <div key="squares" class="timeline-row timeline-squares" data-dimmed={timeline.ticks.is_dimmed.then_some("")}>
                <span class="lane-name">{ messages.timeline_events() }</span>
                <svg class="timeline-more-events">{ for timeline.ticks.more.iter().map(more) }</svg>
                <svg>{ for timeline.ticks.each.iter().map(square) }</svg>
            </div>
            <div key="names" class="timeline-row timeline-names">
                { strut("0") }
                <svg>
                    { for timeline.ticks.names.iter().filter_map(|it| name(timeline, it)) }
                    { for (!timeline.later.is_empty()).then(|| word("timeline-later", &timeline.later, timeline.ticks.later_room)) }
                </svg>
            </div>
            { over(timeline) }
        </>
    }
}

/// What is not seen and makes a row as high as its words.
fn strut(text: &'static str) -> Html {
    html! { <span class="lane-name timeline-strut">{ text }</span> }
}

/// What lies over the rows: what the time after the date is, and the lines of the handles, which are what a pointer takes hold of.
fn over(timeline: &Timeline) -> Html {
    let ahead = Span::new(timeline.now, Place::END);
    let from = timeline
        .period
        .as_ref()
        .map(|it| html! { <>{ flag(&it.date, it.flag) }{ handle("from", it.span.from) }</> });
    html! {
        <svg key="over" class="timeline-now">
            { word("ahead-word", timeline.ahead, ahead) }
            { for from }
            { flag(&timeline.date, timeline.flag) }
            { handle("line", timeline.now) }
        </svg>
    }
}

/// A date at its line.
fn flag(date: &str, view::Flag { room, is_early }: view::Flag) -> Html {
    let flag = html! { <div class="timeline-flag" data-early={is_early.then_some("")}><span>{ date.to_owned() }</span></div> };
    slot(["flag ", date].concat(), room, flag)
}

fn handle(key: &'static str, at: Place) -> Html {
    let x = at.percent();
    html! {
        <g {key} class="timeline-handle">
            <line class="timeline-grip" x1={x.clone()} x2={x.clone()} y1="0" y2="100%" />
            <line class="timeline-line" x1={x.clone()} x2={x.clone()} y1="0" y2="100%" />
            <circle cx={x} cy="100%" r="6" />
        </g>
    }
}

/// Where the date stands at its line, a number makes room for it, if it has to: it wraps to where it is not seen.
fn year(year: &Year, date: &str) -> Html {
    let class = if year.is_even { "timeline-year" } else { "timeline-year year-odd" };
    let with = |class_beside: &'static str, room: Span, has_date: bool| {
        let key = [class_beside, &*year.number].concat();
        let date = has_date
            .then(|| html! { <span class="flag-strut">{ live_text(date.to_owned()) }</span> });
        slot(
            key,
            room,
            html! { <div class={classes!("timeline-word", class, class_beside)}>{ for date }<span>{ year.number.clone() }</span></div> },
        )
    };
    let beside = match year.beside {
        BesideFlag::Apart => return word(class, &year.number, year.span),
        BesideFlag::Within(room) => with("beside-flag", room, false),
        BesideFlag::Before(room) => with("beside-flag before-flag", room, true),
        BesideFlag::After(room) => with("beside-flag after-flag", room, true),
    };
    html! { <>{ beside }{ with("without-flag", year.span, false) }</> }
}

fn line(key: &str, at: Place) -> Html {
    let x = at.percent();
    html! { <line key={key.to_owned()} class="timeline-rule" x1={x.clone()} x2={x} y1="0" y2="100%" /> }
}

/// HTML between two places.
fn slot(key: String, span: Span, content: Html) -> Html {
    html! {
        <foreignObject {key} x={span.from.percent()} y="0" width={span.width().percent()} height="100%">
            <@{HTML_IN_DRAWING} xmlns={XHTML} class="timeline-slot">{ content }</@>
        </foreignObject>
    }
}

/// A word that is seen if it has room between two places.
fn word(class: &'static str, text: &str, room: Span) -> Html {
    if text.is_empty() || room.is_empty() {
        return Html::default();
    }
    let key = [class, text, &room.from.percent(), &room.to.percent()].concat();
    slot(
        key,
        room,
        html! { <div class={classes!("timeline-word", class)}><span>{ text.to_owned() }</span></div> },
    )
}

fn lane(at: usize, lane: &Lane) -> Html {
    let key = [&*at.to_string(), " ", &*lane_key(lane)].concat();
    html! {
        <div {key} class="timeline-row lane" data-selected={lane.stands_out.then_some("")}>
            { lane_name(&lane.name) }
            <svg>
                { for lane.items.iter().filter(|it| it.shape < Shape::Interest).map(item) }
                { for lane.items.iter().filter(|it| it.shape >= Shape::Interest).map(item) }
                { for lane.items.iter().map(item_word) }
            </svg>
        </div>
    }
}

fn lane_name(name: &LaneName) -> Html {
    match name {
        LaneName::None => html! { <span class="lane-name"></span> },
        LaneName::Country(country, sign, is_unconfirmed) => {
            let content =
                html! { <>{ mark(*sign, *is_unconfirmed) }<span>{ country.name }</span></> };
            for_pointer("lane-name", country, content)
        }
        LaneName::Members(name) => html! {
            <span class="lane-name">{ mark(Mark::Member, false) }<span class="lane-members">{ name.clone() }</span></span>
        },
    }
}

/// A link that the list has for those who do not use a pointer.
fn for_pointer(class: &'static str, to: &NamedLink, content: Html) -> Html {
    let link = explorer::view::Link { is_current: false, ..to.link.clone() };
    LinkAttributes { tab_index: Some("-1"), ..LinkAttributes::of_class(class) }.draw(&link, content)
}

fn item(item: &LaneItem) -> Html {
    let content = match item.shape {
        Shape::Bar | Shape::Unconfirmed => bar(item),
        Shape::Interest => html! { <div class="lane-line">{ mark(item.mark, false) }</div> },
        Shape::Point => html! { <div class="lane-point">{ mark(item.mark, false) }</div> },
    };
    let span = match item.shape {
        Shape::Point => Span::new(item.span.from, Place::END),
        _ => item.span,
    };
    let key =
        [item.shape.name(), item.mark.name(), &span.from.percent(), &span.to.percent()].concat();
    slot(key, span, content)
}

fn bar(item: &LaneItem) -> Html {
    let class = match item.shape {
        Shape::Unconfirmed => "lane-bar lane-unconfirmed",
        _ => "lane-bar swatch",
    };
    let data_mark = item.mark.name();
    let fill = html! { <div {class} data-mark={data_mark}></div> };
    match &item.link {
        Some(link) => for_pointer("lane-link", link, fill),
        None => fill,
    }
}

fn item_word(item: &LaneItem) -> Html {
    let class = match item.shape {
        Shape::Bar if matches!(item.mark, Mark::Member) => "word-member",
        Shape::Bar => "word-bar",
        Shape::Unconfirmed => "word-unconfirmed",
        Shape::Interest => "word-before",
        Shape::Point => "word-after",
    };
    if item.more.is_empty() {
        return word(class, &item.word, item.room);
    }
    let key = [class, &*item.word, &item.room.from.percent(), &item.room.to.percent()].concat();
    let words = html! {
        <div class={classes!("timeline-word", class)}><span>{ item.word.clone() }</span><span>{ item.more }</span></div>
    };
    slot(key, item.room, words)
}

/// What is expected is drawn as an outline, as long as it may take.
fn square(tick: &Tick) -> Html {
    let id = tick.line.event.link.attribute.id();
    let title = [&*tick.line.date, ": ", tick.line.event.name].concat();
    let content = html! {
        <>
            <title key={title.clone()}>{ title }</title>
            <rect x={tick.span.from.percent()} width={tick.span.width().percent()} y={[&*tick.top().to_string(), "%"].concat()} height="20%" />
        </>
    };
    let class = match (tick.line.tag.is_some(), tick.stands_out) {
        (false, false) => "square",
        (false, true) => "square square-hot",
        (true, false) => "square-expected",
        (true, true) => "square-expected square-hot",
    };
    // Squares that stand out are drawn over the others, so they change their places among them.
    html! { <g key={id}>{ for_pointer(class, &tick.line.event, content) }</g> }
}

/// The sign alone where the number has no room.
fn more((span, count): &(Span, usize)) -> Html {
    let count = count.to_string();
    let key = ["+", &*count, " ", &*span.from.percent()].concat();
    slot(
        key,
        *span,
        html! { <div class="timeline-word square-more"><b>{ "+" }</b><b>{ count }</b></div> },
    )
}

fn name(timeline: &Timeline, name: &TickName) -> Option<Html> {
    let tick = timeline.ticks.each.get(name.tick)?;
    let link = &tick.line.event;
    let DataAttribute::Entity(_, id) = link.link.attribute else { return None };
    let class =
        if name.is_before { "timeline-word name-before" } else { "timeline-word name-after" };
    let content = for_pointer("", link, html! { { tick.name.to_owned() } });
    let key = [id, &name.room.from.percent(), &name.room.to.percent()].concat();
    Some(slot(
        key,
        name.room,
        html! { <div {class} data-hot={tick.stands_out.then_some("")}>{ content }</div> },
    ))
}
