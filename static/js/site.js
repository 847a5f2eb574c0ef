// Menu, copy link, print, e-mail address in place, video on a click, enlarged pictures. All works without it, only less handily.
const status = document.getElementById('status');
const say = (text) => { status.textContent = text; };

const actions = {
  menu(button) {
    const open = button.closest('.site-header').classList.toggle('open');
    button.setAttribute('aria-expanded', open);
  },
  async copy(button) {
    const address = document.getElementById(button.dataset.copy)?.value ?? location.href.split('#')[0];
    try {
      await navigator.clipboard.writeText(address);
      say(button.dataset.said);
      button.lastChild.textContent = button.dataset.said;
    } catch { // not allowed here: the reader copies it by hand
      prompt(button.innerText, address);
    }
  },
  print() { print(); },
};

async function revealMail(link) {
  const answer = await fetch(link.href, { method: 'POST', headers: { Accept: 'application/json' } });
  const { address, error } = await answer.json();
  if (!address) { say(error); link.after(Object.assign(document.createElement('span'), { className: 'soft', textContent: ` ${error}` })); return; }
  const shown = Object.assign(document.createElement('a'), { href: `mailto:${address}`, textContent: address });
  link.replaceWith(shown);
  shown.focus();
  say(address);
}

function playVideo(link) {
  const frame = Object.assign(document.createElement('iframe'), {
    src: link.dataset.video, title: link.querySelector('strong').textContent, allow: 'fullscreen; encrypted-media; picture-in-picture', referrerPolicy: 'strict-origin-when-cross-origin',
  });
  link.replaceWith(frame);
  frame.focus();
}

function enlarge(link) {
  const dialog = document.createElement('dialog');
  dialog.className = 'enlarged';
  const small = link.querySelector('img');
  const picture = Object.assign(document.createElement('img'), { src: link.href, alt: small.alt });
  const form = Object.assign(document.createElement('form'), { method: 'dialog' });
  const close = Object.assign(document.createElement('button'), { className: 'btn slim', textContent: link.closest('[data-close]').dataset.close });
  form.append(close);
  const caption = link.closest('figure').querySelector('figcaption');
  dialog.append(form, picture);
  if (caption) dialog.append(Object.assign(document.createElement('p'), { textContent: caption.textContent }));
  dialog.setAttribute('aria-label', small.alt || close.textContent);
  dialog.addEventListener('click', (event) => { if (event.target === dialog) dialog.close(); });
  dialog.addEventListener('close', () => { dialog.remove(); link.focus(); });
  document.body.append(dialog);
  dialog.showModal();
}

document.addEventListener('click', (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  const target = event.target.closest('[data-do], .mail-reveal, [data-video], [data-enlarge]');
  if (!target) return;
  if (target.dataset.do) { actions[target.dataset.do]?.(target); return; }
  event.preventDefault();
  if (target.matches('.mail-reveal')) revealMail(target).catch(() => { location.href = target.href; });
  else if (target.dataset.video) playVideo(target);
  else enlarge(target);
});

// A form that came back with errors: the summary is what a reader needs first.
document.querySelector('.error-summary')?.focus();

// A phone that kept the list of an entrance (checkin.js) forgets it as soon as nobody is signed in.
try {
  if (localStorage.getItem('vhod') && !document.querySelector('.mine, .door')) {
    caches.delete('vhod');
    localStorage.removeItem('vhod');
  }
} catch { /* storage is switched off: nothing was kept */ }
