/**
 * Scrolls the page in the frame to its top, as a browser does for its scroll bar, and for the wheel.
 * @param {boolean} byWheel whether the wheel is turned
 */
function readOnInFrame(byWheel) {
  const page = document.querySelector('iframe').contentWindow;
  if (byWheel) page.document.body.dispatchEvent(new page.WheelEvent('wheel', { bubbles: true, deltaY: -100 }));
  page.scrollTo({ top: 0, behavior: 'instant' });
}
