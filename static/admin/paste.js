/* Text pasted into the editor keeps its words, lists and links. Pictures and tables do not come along:
   the officer is told so beside the text. The sentences come from the server, in the editor's language. */
(() => {
  const say = document.currentScript.dataset;

  const picturesIn = (clipboard) => {
    const html = clipboard.getData("text/html");
    if (!html) return [...clipboard.files].filter((file) => file.type.startsWith("image/")).length;
    const parsed = new DOMParser().parseFromString(html, "text/html");
    return parsed.querySelectorAll("img").length || (html.match(/<v:imagedata/gi) || []).length;
  };

  const hasTable = (clipboard) => /<table[\s>]/i.test(clipboard.getData("text/html"));

  const noteBeside = (editor) => {
    let note = editor.parentElement.querySelector(":scope > .paste-note");
    if (!note) {
      note = document.createElement("div");
      note.className = "paste-note";
      note.setAttribute("role", "status");
      editor.after(note);
    }
    return note;
  };

  const onPaste = (event) => {
    const editor = event.target.closest?.(".Draftail-Editor");
    if (!editor || !event.clipboardData) return;
    const pictures = picturesIn(event.clipboardData);
    const sentences = [
      pictures === 1 && say.onePicture,
      pictures > 1 && say.manyPictures.replace("%s", pictures),
      hasTable(event.clipboardData) && say.table,
    ].filter(Boolean);
    const note = noteBeside(editor);
    note.textContent = "";
    // A screen reader announces what changes in a region that is there already.
    setTimeout(() => { note.textContent = sentences.join(" "); }, 50);
  };

  document.addEventListener("paste", onPaste, true);
})();
