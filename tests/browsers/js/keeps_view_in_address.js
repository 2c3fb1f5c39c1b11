/** @returns {boolean} whether the host's address has the embed's view, and is otherwise as it was */
function keepsViewInAddress() {
  const { searchParams, hash } = new URL(location.href);
  return searchParams.get('briefing') === 'partner=swe' && searchParams.get('ref') === 'mail' && hash === '#reply';
}
