//! Numbers as the style reads them.

/// A number as the browser writes it, which the style reads: formatting of floats is large, and the browser has it.
pub(crate) fn number(value: f64) -> String {
    web_sys::js_sys::Number::from(value)
        .to_string_with_radix(10)
        .map_or_else(|_| String::new(), String::from)
}

/// A length in px as the style reads it.
pub(crate) fn px(length: f64) -> String {
    number(length) + "px"
}
