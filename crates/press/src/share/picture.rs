//! The pictures beside the page: the card that social networks show, drawn from the map, and the icon of a home screen.
//! No words in them, so that they are the same on every machine, with or without fonts.

use std::fmt::Write as _;

use explorer::Selection;
use explorer::view::{MapCountry, Mark, view};
use explorer::viewport::{Camera, Size, Viewport};
use model::{Bounds, Point, Sheet};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

use super::colour::colour;
use crate::html;
use crate::outcome::Outcome;
use crate::source::PageSource;

/// The name of the card, beside `index.html`.
pub(crate) const CARD: &str = "card.png";
/// The name of a home screen's icon, beside `index.html`.
pub(crate) const TOUCH_ICON: &str = "icon-touch.png";

/// The width and height at which social networks show a card, in px.
pub(crate) const CARD_PX: (u32, u32) = (1200, 630);
/// Of a home screen's icon.
const TOUCH_ICON_PX: (u32, u32) = (180, 180);
/// The padding around the countries that the card is about, as a share of their width.
const PADDING: f64 = 0.03;

/// How wide a line between members is.
const LINE_PX: f64 = 2.0;

const ICON: &str = include_str!("../../../../assets/icon.svg");

/// The card as a PNG: the map as the overview shows it, close around the countries that have a status, with the lines that join the
/// members. They run under the countries, as a line across one reads as one that has to do with it.
pub(crate) fn card(source: PageSource) -> Outcome<Vec<u8>> {
    Ok(painted(&card_svg(source)?, CARD_PX)?.encode_png()?)
}

/// The icon as a PNG, with square corners: a home screen rounds them itself.
pub(crate) fn touch_icon() -> Outcome<Vec<u8>> {
    let square = html::with_elements(ICON, "rect[rx]", |it| {
        it.remove_attribute("rx");
        Ok(())
    })?;
    Ok(painted(&square, TOUCH_ICON_PX)?.encode_png()?)
}

fn painted(svg: &str, (width, height): (u32, u32)) -> Outcome<Pixmap> {
    let tree = Tree::from_str(svg, &Options::default())?;
    let mut pixels = Pixmap::new(width, height).ok_or("a picture needs a size")?;
    let scale = width as f32 / tree.size().width();
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
    Ok(pixels)
}

fn card_svg(source: PageSource) -> Outcome<String> {
    let briefing = source.print.briefing;
    let view = view(briefing, &Selection::default());
    let (width_px, height_px) = CARD_PX;
    let Camera { left, top, width } = camera(&briefing.model.sheet, view.framing.all);
    let unit = width / f64::from(width_px);
    let height = unit * f64::from(height_px);
    let shapes = html::inner(source.sheet, "defs")?;
    let mut svg = format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width_px}" height="{height_px}" viewBox="{left} {top} {width} {height}"><defs>{shapes}</defs>"#
    );
    let [sea, land] = [colour("sea")?.light, colour("land")?.light];
    write!(
        svg,
        r#"<rect x="{left}" y="{top}" width="{width}" height="{height}" fill="{sea}"/><g fill-rule="evenodd">"#
    )?;
    line(&mut svg, "graticule", &colour("graticule")?.light, unit)?;
    area(&mut svg, "land", &land)?;
    let ink = colour("ink")?.light;
    for tie in &view.ties {
        line(&mut svg, tie.id, &ink, unit * LINE_PX)?;
    }
    for it in &view.map {
        country(&mut svg, it, &land)?;
    }
    line(&mut svg, "borders", &colour("border")?.light, unit)?;
    for it in view.map.iter().filter(|it| !it.is_land) {
        let Point { x, y } = it.anchor.capital;
        let mark = mark(it.mark)?;
        write!(svg, r#"<g transform="translate({x} {y}) scale({unit})">{mark}</g>"#)?;
    }
    svg.push_str("</g></svg>");
    Ok(svg)
}

/// Closer than the page's own framing, which leaves room for names.
fn camera(sheet: &Sheet, framing: Bounds) -> Camera {
    let frame_px = Size { width: f64::from(CARD_PX.0), height: f64::from(CARD_PX.1) };
    let aspect = frame_px.width / frame_px.height;
    let [x, y, width, height] =
        [framing.x, framing.y, framing.width, framing.height].map(f64::from);
    let wanted = width.max(height * aspect) * (1.0 + 2.0 * PADDING);
    let camera = Camera {
        left: x + (width - wanted) / 2.0,
        top: y + (height - wanted / aspect) / 2.0,
        width: wanted,
    };
    // Moved by nothing, it is kept within the sheet.
    Viewport { sheet: Size::of(sheet), frame_px }.moved(camera, (0.0, 0.0))
}

fn area(svg: &mut String, name: &str, fill: &str) -> std::fmt::Result {
    write!(svg, r##"<use href="#map-{name}" fill="{fill}"/>"##)
}

fn line(svg: &mut String, name: &str, stroke: &str, width: f64) -> std::fmt::Result {
    write!(
        svg,
        r##"<use href="#map-{name}" fill="none" stroke="{stroke}" stroke-width="{width}"/>"##
    )
}

fn country(svg: &mut String, country: &MapCountry, land: &str) -> Outcome {
    if country.is_land {
        return Ok(area(svg, country.id, land)?);
    }
    Ok(area(svg, country.id, &colour(country.mark.name())?.light)?)
}

/// The mark of a status, in px around its place: the shapes of the page's legend.
fn mark(mark: Mark) -> Result<String, String> {
    let (paper, fill) = (colour("paper")?.light, colour(mark.name())?.light);
    let halo = |shape: &str| format!(r#"<g stroke="{paper}" stroke-width="5">{shape}</g>"#);
    let disc = r#"<circle r="8"/>"#;
    let ring = format!(r#"<g fill="{paper}" stroke="{fill}""#);
    Ok(match mark {
        Mark::Participant => {
            let diamond = r#"<path d="M-10 0L0-10L10 0L0 10Z"/>"#;
            format!(r#"{}<g fill="{fill}">{diamond}</g>"#, halo(diamond))
        }
        Mark::Consultation => format!(
            r#"{}{ring} stroke-width="3"><circle r="7"/></g><path d="M0-7A7 7 0 0 0 0 7Z" fill="{fill}"/>"#,
            halo(disc)
        ),
        Mark::Consideration => {
            format!(r#"{}{ring} stroke-width="4"><circle r="6"/></g>"#, halo(disc))
        }
        Mark::Interest => format!(
            r#"{}{ring} stroke-width="3" stroke-dasharray="3 2.5"><circle r="7"/></g>"#,
            halo(disc)
        ),
        _ => format!(r#"{}<g fill="{fill}">{disc}</g>"#, halo(disc)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn() -> Pixmap {
        painted(&card_svg(PageSource::sample()).unwrap(), CARD_PX).unwrap()
    }

    /// How many points have a colour, `#rrggbb`.
    fn count(pixels: &Pixmap, colour: &str) -> usize {
        let byte = |at: usize| u8::from_str_radix(&colour[at..at + 2], 16).unwrap();
        let wanted = [byte(1), byte(3), byte(5), 255];
        pixels.data().chunks_exact(4).filter(|it| *it == wanted).count()
    }

    #[test]
    fn the_card_has_its_size_and_hides_nothing() {
        let pixels = drawn();
        assert_eq!((pixels.width(), pixels.height()), CARD_PX);
        assert!(pixels.data().chunks_exact(4).all(|it| it[3] == 255));
    }

    #[test]
    fn the_card_shows_every_status_of_the_overview() {
        let pixels = drawn();
        let view = view(PageSource::sample().print.briefing, &Selection::default());
        for it in view.map.iter().filter(|it| !it.is_land) {
            let colour = colour(it.mark.name()).unwrap().light;
            assert!(count(&pixels, &colour) > 200, "{} is not to be seen", it.mark.name());
        }
        let member = colour("member").unwrap().light;
        // More than their markers: their land.
        assert!(count(&pixels, &member) > 2_000);
        assert!(count(&pixels, &colour("sea").unwrap().light) > count(&pixels, &member));
    }

    #[test]
    fn lines_join_the_members_on_the_card() {
        assert!(count(&drawn(), &colour("ink").unwrap().light) > 100);
    }

    #[test]
    fn the_card_shows_every_capital_that_it_marks() {
        let briefing = PageSource::sample().print.briefing;
        let view = view(briefing, &Selection::default());
        let Camera { left, top, width } = camera(&briefing.model.sheet, view.framing.all);
        for it in view.map.iter().filter(|it| !it.is_land) {
            let Point { x, y } = it.anchor.capital;
            let unit = width / f64::from(CARD_PX.0);
            let (x, y) = ((f64::from(x) - left) / unit, (f64::from(y) - top) / unit);
            assert!((20.0..=1180.0).contains(&x) && (20.0..=610.0).contains(&y), "{}", it.id);
        }
    }

    #[test]
    fn every_status_has_a_mark() {
        for status in [
            Mark::Member,
            Mark::Participant,
            Mark::Consultation,
            Mark::Consideration,
            Mark::Interest,
            Mark::None,
        ] {
            let svg = format!(
                r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="-12 -12 24 24">{}</svg>"#,
                mark(status).unwrap()
            );
            let pixels = painted(&svg, (48, 48)).unwrap();
            let colour = colour(status.name()).unwrap().light;
            assert!(count(&pixels, &colour) > 50, "{}", status.name());
        }
    }

    #[test]
    fn the_icon_fills_its_square() {
        let icon = Pixmap::decode_png(&touch_icon().unwrap()).unwrap();
        assert_eq!((icon.width(), icon.height()), TOUCH_ICON_PX);
        assert!(icon.data().chunks_exact(4).all(|it| it[3] == 255));
        assert!(count(&icon, &colour("member").unwrap().light) > 1000);
    }
}
