// The directory answers while a reader types or ticks. Without this it is a form with a button.
const form = document.querySelector('[data-filters]');
const status = document.getElementById('status');
const DELAY = 350;
let waiting;
let latest;

const address = () => {
  const chosen = [...new FormData(form)].filter(([, value]) => value.trim());
  const query = new URLSearchParams(chosen).toString();
  return form.getAttribute('action') + (query ? `?${query}` : '');
};

async function show(url) {
  latest?.abort();
  latest = new AbortController();
  const answer = await fetch(url, { headers: { 'HX-Request': 'true' }, signal: latest.signal });
  if (!answer.ok) throw new Error(answer.statusText);
  const found = new DOMParser().parseFromString(await answer.text(), 'text/html');
  document.querySelector('[data-results]').replaceWith(found.querySelector('[data-results]'));
  for (const fresh of found.querySelectorAll('.count[id]')) {
    const shown = document.getElementById(fresh.id);
    if (shown) shown.textContent = fresh.textContent;
  }
  if (url !== location.pathname + location.search) history.pushState(null, '', url);
  status.textContent = document.getElementById('res').textContent;
}

function soon(delay) {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    show(address()).catch((error) => { if (error.name !== 'AbortError') form.submit(); });
  }, delay);
}

form.addEventListener('input', (event) => soon(event.target.type === 'search' ? DELAY : 0));
form.addEventListener('submit', (event) => { event.preventDefault(); soon(0); document.getElementById('res').focus(); });
addEventListener('popstate', () => location.reload());
