//! Asks a server as a browser would, and keeps what it says as it is: nothing is unpacked, no redirect followed.

use browser_tests::Outcome;
use std::time::Duration;
use ureq::http::Request;

/// An answer.
pub(crate) struct Reply {
    pub(crate) status: u16,
    /// Names in lower case, and values.
    headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

impl Reply {
    /// The value of a header; all of them, with bars between, if it was sent more than once.
    pub(crate) fn header(&self, name: &str) -> String {
        let values = self.headers.iter().filter(|(its, _)| *its == name.to_ascii_lowercase());
        values.map(|(_, value)| &**value).collect::<Vec<_>>().join(" | ")
    }
}

/// Asks for an address with headers, by a method.
pub(crate) fn ask(method: &str, address: &str, headers: &[(&str, &str)]) -> Outcome<Reply> {
    let config = ureq::Agent::config_builder()
        .http_status_as_error(false)
        .max_redirects(0)
        .max_redirects_will_error(false)
        .timeout_global(Some(Duration::from_secs(20)));
    let agent: ureq::Agent = config.build().into();
    let mut request = Request::builder().method(method).uri(address);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let mut answer = agent.run(request.body(())?)?;
    let text = |it: &ureq::http::HeaderValue| String::from_utf8_lossy(it.as_bytes()).into_owned();
    Ok(Reply {
        status: answer.status().as_u16(),
        headers: answer.headers().iter().map(|(name, it)| (name.to_string(), text(it))).collect(),
        body: answer.body_mut().read_to_vec()?,
    })
}
