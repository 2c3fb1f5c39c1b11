//! Texts that change while the page is shown. A translator or an extension may have put elements of its own in the place of a
//! text node, and Yew would go on writing into the node that is gone. So a text that can change is alone in an element that
//! has it as its key, or in one whose key it follows from: another text is another element. Nor does an element come and go
//! before a text: Yew would put it before a node that may be gone, and trap.

use yew::prelude::*;

/// A text that can change, in an element that is drawn anew with it; nothing at all for no text.
pub(crate) fn live_text(text: impl Into<AttrValue>) -> Html {
    let text = text.into();
    if text.is_empty() {
        Html::default()
    } else {
        html! { <span key={&*text}>{ text }</span> }
    }
}
