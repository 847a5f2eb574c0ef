{% load static %}
// Keeps the page of the entrance for when the line is lost. It sees nothing but what stands below its own folder and
// what those pages load; it keeps one list for a day at most, and forgets it as soon as the portal answers otherwise.
const KEPT = 'vhod';
const DAY = 24 * 3600 * 1000;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) return;
  if (request.mode === 'navigate') event.respondWith(page(request, url));
  else if (url.pathname.startsWith('{% get_static_prefix %}')) event.respondWith(piece(request));
});

async function page(request, url) {
  const key = url.origin + url.pathname;
  try {
    const answer = await fetch(request);
    if (answer.ok && answer.headers.has('X-Check-In')) await (await caches.open(KEPT)).put(key, answer.clone());
    else if (answer.type === 'opaqueredirect' || [401, 403, 404].includes(answer.status)) await caches.delete(KEPT);
    return answer;
  } catch {
    const kept = await caches.match(key, { cacheName: KEPT });
    if (kept && Date.now() - Date.parse(kept.headers.get('Date')) < DAY) return kept;
    await caches.delete(KEPT);
    return Response.error();
  }
}

async function piece(request) {
  const cache = await caches.open(KEPT);
  try {
    const answer = await fetch(request);
    if (answer.ok) await cache.put(request, answer.clone());
    return answer;
  } catch {
    return await cache.match(request) ?? Response.error();
  }
}
