// The entrance: presses are written down on the phone first and sent when there is a line. Each has a key of its own
// and its time, so the portal takes it in once, whatever comes late or twice. Without this script buttons send forms.
const door = document.querySelector('[data-door]');
const $ = (selector, inside = door) => inside.querySelector(selector);
const list = $('[data-list]');
const STORE = `vhod:${door.dataset.who}:${door.dataset.event}`;
const WEEK = 7 * 24 * 3600 * 1000;
const BATCH = 100;
const EVERY = 20_000;
const TIME = new Intl.DateTimeFormat(document.documentElement.lang, { timeZone: 'Europe/Sofia', hour: 'numeric', minute: '2-digit' });

let last = null; // the seat marked last, for taking back
let problem = '';
let sending = false;
let broken = false; // the last try did not reach the portal

const queue = {
  read() {
    try { return JSON.parse(localStorage.getItem(STORE) ?? '[]').filter(({ at }) => Date.now() - Date.parse(at) < WEEK); } catch { return []; }
  },
  write(entries) { localStorage.setItem(STORE, JSON.stringify(entries)); },
  add(entry) { this.write([...this.read(), entry]); },
  drop(keys) { this.write(this.read().filter(({ id }) => !keys.has(id))); },
};

const key = () => crypto.randomUUID?.() ?? '10000000-1000-4000-8000-100000000000'.replace(/[018]/g, (c) => (c ^ crypto.getRandomValues(new Uint8Array(1))[0] & 15 >> c / 4).toString(16));
const seats = () => list.querySelectorAll('[data-seat]');
const buttonOf = (seat) => list.querySelector(`[data-seat="${seat}"]`);

function show(button, time) {
  button.setAttribute('aria-pressed', Boolean(time));
  button.value = `${button.dataset.seat}:${time ? 0 : 1}`;
  const alone = !button.querySelector('[data-time] + span:not(.sr)');
  $('[data-time]', button).textContent = time || (alone ? door.dataset.mark : '');
}

function count() {
  const came = new Map();
  const people = new Set();
  for (const button of seats()) {
    if (button.getAttribute('aria-pressed') !== 'true') continue;
    came.set(button.dataset.part, (came.get(button.dataset.part) ?? 0) + 1);
    people.add(button.closest('.guest'));
  }
  for (const row of list.querySelectorAll('[data-walked-in]')) {
    came.set(row.dataset.walkedIn, (came.get(row.dataset.walkedIn) ?? 0) + 1);
    people.add(row);
  }
  $('[data-heads]').textContent = people.size;
  for (const head of door.querySelectorAll('[data-head-of]')) head.textContent = came.get(head.dataset.headOf) ?? 0;
}

function tell() {
  const waiting = queue.read().length;
  const line = $('[data-line]');
  const words = $('[data-line-words]');
  const online = navigator.onLine && !broken;
  line.hidden = online && !waiting && !problem;
  words.textContent = problem || (online ? words.dataset.sending : words.dataset.offline);
  const number = $('[data-waiting]');
  number.textContent = waiting === 0 ? '' : waiting === 1 ? number.dataset.one : number.dataset.many.replace('{n}', waiting);
}

function press(button, came) {
  const at = new Date();
  show(button, came ? TIME.format(at) : '');
  queue.add({ id: key(), seat: Number(button.dataset.seat), came, at: at.toISOString() });
  last = came ? button.dataset.seat : null;
  $('[data-undo]').hidden = !last;
  count();
  narrow();
  tell();
  send();
}

function walkedIn({ id, name, organization, part, at }) {
  const row = $('template').content.firstElementChild.cloneNode(true);
  row.dataset.walkedIn = part;
  row.dataset.key = id;
  $('b', row).textContent = name;
  $('.meta span', row).textContent = organization;
  $('[data-time]', row).textContent = TIME.format(new Date(at));
  $('[data-nobody]', list)?.remove();
  $('ul', list).prepend(row);
}

// What the portal said last: a page from the worker is older than that. Numbers of seats and times, no names.
const known = {
  get() { try { return JSON.parse(localStorage.getItem(`${STORE}:known`)) ?? {}; } catch { return {}; } },
  set(state) { localStorage.setItem(`${STORE}:known`, JSON.stringify(state)); },
};

function apply({ now, seats: times }) {
  if (!now || now < door.dataset.made) return;
  for (const button of seats()) if (button.dataset.seat in times) show(button, times[button.dataset.seat]);
}

function again() { // what this phone wrote down counts before what an older page says
  for (const entry of queue.read()) {
    if (entry.name) { if (!list.querySelector(`[data-key="${entry.id}"]`)) walkedIn(entry); continue; }
    const button = buttonOf(entry.seat);
    if (button) show(button, entry.came ? TIME.format(new Date(entry.at)) : '');
  }
}

async function send() {
  if (sending || !navigator.onLine) { tell(); return; }
  sending = true;
  try {
    do {
      const batch = queue.read().slice(0, BATCH);
      const answer = await fetch(door.dataset.door, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'X-CSRFToken': document.cookie.match(/csrftoken=([^;]+)/)?.[1] ?? '' },
        body: JSON.stringify({ now: new Date().toISOString(), presses: batch.filter(({ name }) => !name), walk_ins: batch.filter(({ name }) => name) }),
      });
      broken = false;
      if (!answer.ok) {
        const said = await answer.json().catch(() => ({}));
        problem = said.error ?? door.dataset.logIn;
        return;
      }
      const { taken, refused, now, seats: times } = await answer.json();
      const [wrong] = Object.keys(refused);
      problem = [batch.find(({ id }) => id === wrong)?.name, refused[wrong]].filter(Boolean).join(': ');
      for (const id of Object.keys(refused)) list.querySelector(`[data-key="${CSS.escape(id)}"]`)?.remove();
      queue.drop(new Set([...taken, ...Object.keys(refused)]));
      known.set({ now, seats: times });
      apply({ now, seats: times });
      again();
      if (taken.length) renew().catch(() => {});
    } while (queue.read().length);
  } catch { // it stays written down
    broken = true;
  } finally {
    sending = false;
    count();
    narrow();
    tell();
  }
}

// The list: one tap, a search, who is not here yet.
list.addEventListener('submit', (event) => event.preventDefault());
list.addEventListener('click', (event) => {
  const button = event.target.closest('[data-seat]');
  if (!button) return;
  event.preventDefault();
  press(button, button.getAttribute('aria-pressed') !== 'true');
});

let pick = 'all';
function narrow() {
  const words = $('#q').value.toLocaleLowerCase('bg').split(/\s+/).filter(Boolean);
  let shown = 0;
  for (const row of list.querySelectorAll('.guest')) {
    const text = `${$('b', row).textContent} ${$('.meta', row).textContent}`.toLocaleLowerCase('bg');
    const isIn = row.dataset.walkedIn || $('[aria-pressed="true"]', row);
    row.hidden = !(words.every((word) => text.includes(word)) && (pick === 'all' || (pick === 'in') === Boolean(isIn)));
    shown += !row.hidden;
  }
  $('[data-none]').hidden = shown > 0 || !$('.guest', list);
}
$('[data-search]').addEventListener('submit', (event) => event.preventDefault());
$('#q').addEventListener('input', narrow);
$('[data-picks]').hidden = false;
$('[data-picks]').addEventListener('click', ({ target }) => {
  if (!target.dataset.pick) return;
  pick = target.dataset.pick;
  for (const each of door.querySelectorAll('[data-pick]')) each.setAttribute('aria-pressed', each === target);
  narrow();
});

$('[data-walk-in]')?.addEventListener('submit', (event) => {
  event.preventDefault();
  const form = event.target;
  const { name, organization, part } = Object.fromEntries(new FormData(form));
  if (!name.trim()) return;
  const entry = { id: key(), name: name.trim(), organization: organization.trim(), part: Number(part), at: new Date().toISOString() };
  queue.add(entry);
  walkedIn(entry);
  form.name.value = form.organization.value = '';
  form.name.focus();
  count();
  tell();
  send();
});

// Codes: typed, or seen by the camera. A browser that reads no QR codes by itself gets a reader at the first tap.
const DECODER = door.dataset.decoder;
const readsCodes = async () => 'BarcodeDetector' in window && (await BarcodeDetector.getSupportedFormats()).includes('qr_code');
async function codeReader() {
  const Detector = await readsCodes() ? BarcodeDetector : (await import(DECODER)).BarcodeDetector;
  return new Detector({ formats: ['qr_code'] });
}
function verdict(title, words, good) {
  const box = $('[data-verdict]');
  box.hidden = false;
  box.classList.toggle('bad', !good);
  $('b', box).textContent = title;
  $('span', box).textContent = words;
}

function byCode(text) {
  const code = text.toUpperCase().match(/[2-9A-Z]{8}(?![2-9A-Z])/)?.[0];
  const row = code && list.querySelector(`.guest[data-code="${code}"]`);
  if (!row) { verdict(text.slice(0, 20), door.dataset.notHere, false); return; }
  const name = $('b', row).textContent;
  const button = $(`[data-part="${$('[data-part-now]').value}"]`, row);
  if (!button) { verdict(name, door.dataset.notPart, false); return; }
  if (button.getAttribute('aria-pressed') !== 'true') press(button, true);
  verdict(name, `${$('.meta', row).textContent} · ${$('[data-time]', button).textContent}`, true);
}

$('[data-code-form]').addEventListener('submit', (event) => {
  event.preventDefault();
  if ($('#code').value.trim()) byCode($('#code').value.replace(/\s/g, ''));
  $('#code').value = '';
});
$('[data-undo]').addEventListener('click', () => {
  const button = last && buttonOf(last);
  if (button) press(button, false);
  $('[data-verdict]').hidden = true;
});

let camera = null;
async function scan() {
  if (camera) { stop(); return; }
  const view = $('[data-view]');
  const video = $('video', view);
  let detector;
  $('[data-scan]').disabled = true; // until the reader and the camera are there
  try {
    detector = await codeReader();
    camera = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
  } catch { verdict('', door.dataset.noCamera, false); return; } finally { $('[data-scan]').disabled = false; }
  view.hidden = false;
  video.srcObject = camera;
  await video.play();
  let seen = '';
  while (camera) {
    const [found] = await detector.detect(video).catch(() => []);
    if (found && found.rawValue !== seen) { seen = found.rawValue; byCode(seen); navigator.vibrate?.(80); }
    await new Promise((next) => { setTimeout(next, 200); });
  }
}
function stop() {
  for (const track of camera?.getTracks() ?? []) track.stop();
  camera = null;
  $('[data-view]').hidden = true;
}
if (('BarcodeDetector' in window || DECODER) && navigator.mediaDevices) {
  $('[data-scan]').hidden = false;
  $('[data-scan]').addEventListener('click', scan);
}

addEventListener('online', () => { problem = ''; send(); });
addEventListener('offline', tell);
addEventListener('beforeunload', (event) => { if (queue.read().length && navigator.onLine) event.preventDefault(); });
document.addEventListener('visibilitychange', () => { if (document.hidden) stop(); else send(); });
setInterval(() => { if (!document.hidden) send(); }, EVERY);

// For a reload without a line: the worker answers from what is kept here. The first page came before it was there.
const MINUTE = 60_000;
let renewed = 0;
async function renew() {
  if (!('caches' in window) || Date.now() - renewed < MINUTE) return;
  renewed = Date.now();
  const page = await fetch(location.pathname);
  if (page.headers.has('X-Check-In')) await (await caches.open('vhod')).put(location.origin + location.pathname, page);
}

async function keep() {
  await navigator.serviceWorker.register(door.dataset.worker);
  localStorage.setItem('vhod', '1'); // site.js deletes the list when nobody is signed in any more
  await renew();
  const kept = await caches.open('vhod');
  const pieces = performance.getEntriesByType('resource').map(({ name }) => name);
  await Promise.allSettled(pieces.filter((name) => /\.(css|js|woff2|svg)(\?|$)/.test(name) && name.startsWith(location.origin)).map((name) => kept.add(name)));
  $('[data-works-offline]').hidden = false;
  if (DECODER && !await readsCodes()) { // for the first tap in a hall without a line
    for (const file of [DECODER, new URL('index.js', new URL(DECODER, location)).href]) kept.add(file).catch(() => {});
  }
}
if ('serviceWorker' in navigator) keep().catch(() => {});

apply(known.get());
again();
count();
send();
