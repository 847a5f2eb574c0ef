/* The functions behind the portal's own rules of Wagtail's checker (core/admin/content_checker.py).
   They are needed both in the editor and in the page that is previewed. */
(() => {
  const says = (node, { pattern, flags }) =>
    !new RegExp(pattern, flags).test((node.getAttribute("aria-label") || node.textContent).trim());
  const checks = ["check-says-nothing", "check-capitals", "check-spaced-out"];

  const tell = () => window.axe?.configure({ checks: checks.map((id) => ({ id, evaluate: says })) });
  if (window.axe) tell();
  else window.addEventListener("load", tell);
})();
