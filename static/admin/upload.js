// Files in pieces: dropped or chosen, each with its progress; what broke off goes on where it stopped, also after the
// page was opened anew. Without this script the form sends them all at once.
const form = document.querySelector("form[data-upload]");
const input = form.querySelector("input[type=file]");
const list = form.querySelector("[data-list]");
const words = form.dataset;
const size = Number(words.piece);
const TRIES = 8;
let made = [];
let going = false;

const token = () => form.querySelector("[name=csrfmiddlewaretoken]").value;
const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

function row(file) {
  const item = document.createElement("li");
  const name = document.createElement("strong");
  name.textContent = file.name;
  const bar = document.createElement("progress");
  bar.max = Math.max(file.size, 1);
  bar.value = 0;
  bar.setAttribute("aria-label", file.name);
  const state = document.createElement("span");
  state.textContent = words.waits;
  item.append(name, bar, state);
  list.append(item);
  return {
    say: (text) => { state.textContent = text; },
    at: (received) => { bar.value = received; state.textContent = `${Math.floor((100 * received) / bar.max)} %`; },
    end: (text, good) => { bar.remove(); state.textContent = text; item.className = good ? "good" : "bad"; },
  };
}

// A broken line is tried again, longer and longer; an answer of the server is an answer.
async function ask(url, options, shown) {
  for (let attempt = 0; ; attempt += 1) {
    try {
      const answer = await fetch(url, { ...options, headers: { "X-CSRFToken": token(), ...options.headers } });
      if (answer.status < 500 || answer.status === 507) return { status: answer.status, ...(await answer.json().catch(() => ({}))) };
    } catch {
      // no line
    }
    if (attempt === TRIES) throw new Error("lost");
    shown.say(words.lost);
    await sleep(Math.min(30000, 1000 * 2 ** attempt));
  }
}

function shared(more) {
  const data = new FormData(form);
  data.delete(input.name);
  for (const [name, value] of Object.entries(more)) data.set(name, value);
  return data;
}

async function send(file) {
  const shown = row(file);
  try {
    const fingerprint = `${file.name}-${file.size}-${file.lastModified}`;
    const body = shared({ name: file.name, size: file.size, fingerprint });
    const begun = await ask(words.upload, { method: "POST", body }, shown);
    if (!begun.piece) return shown.end(begun.problem || words.failed, false);
    let received = begun.received;
    while (received < file.size) {
      shown.at(received);
      const piece = file.slice(received, received + size);
      const headers = { "Upload-Offset": String(received), "Content-Type": "application/octet-stream" };
      const answer = await ask(begun.piece, { method: "PATCH", body: piece, headers }, shown);
      if (answer.status === 200 || answer.status === 409) received = answer.received;
      else return shown.end(answer.problem || words.failed, false);
    }
    shown.say(words.checked);
    const done = await ask(begun.done, { method: "POST", body: shared({}) }, shown);
    if (!done.files) return shown.end(done.problem || words.failed, false);
    made = made.concat(done.materials);
    const bad = done.files.filter((one) => one.problem).map((one) => (one.name === file.name ? one.problem : `${one.name}: ${one.problem}`));
    shown.end([...(done.materials.length ? [words.kept] : []), ...bad].join(" · "), !bad.length);
  } catch {
    shown.end(words.failed, false);
  }
}

async function all(files) {
  if (going || !files.length) return;
  going = true;
  const button = form.querySelector("[data-send]");
  button.disabled = true;
  const isTrack = (file) => /\.(vtt|srt)$/i.test(file.name);
  for (const file of [...files].sort((a, b) => isTrack(a) - isTrack(b))) await send(file);
  going = false;
  button.disabled = false;
  input.value = "";
  if (made.length) {
    const link = document.createElement("a");
    link.className = "button";
    link.href = `${words.describe}?materials=${[...new Set(made)].join(",")}`;
    link.textContent = words.next;
    form.querySelector("[data-after]").replaceChildren(link);
    link.focus();
  }
}

const place = document.createElement("div");
place.className = "upload-drop";
const sentence = document.createElement("p");
sentence.textContent = words.drop;
input.replaceWith(place);
place.append(sentence, input);
for (const name of ["dragenter", "dragover"]) place.addEventListener(name, (event) => { event.preventDefault(); place.classList.add("over"); });
for (const name of ["dragleave", "drop"]) place.addEventListener(name, (event) => { event.preventDefault(); place.classList.remove("over"); });
place.addEventListener("drop", (event) => all(event.dataTransfer.files));
form.addEventListener("submit", (event) => {
  if (!input.files.length) return;
  event.preventDefault();
  all(input.files);
});
window.addEventListener("beforeunload", (event) => { if (going) event.preventDefault(); });
