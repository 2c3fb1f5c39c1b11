/**
 * Turns the wheel in the frame, and scrolls the page in it as the browser then would.
 * @param {number} top how far down the page is then
 */
function readOnInFrame(top) {
  const page = document.querySelector('iframe').contentWindow;
  page.document.body.dispatchEvent(new page.WheelEvent('wheel', { bubbles: true, deltaY: 100 }));
  page.scrollTo({ top, behavior: 'instant' });
}
