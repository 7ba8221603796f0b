// What the pages do by themselves. Without it they still work: times are the portal's then, and pages as old as they are.

const OWN_ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;
const ASKS_EVERY_MS = 2_000;

writeTimes(document);

const zone = document.querySelector('select[data-is-guess]');
if (zone !== null) chooseOwnZone(zone);

const followed = document.querySelector('[data-follow]');
if (followed !== null) follow(followed.dataset.follow);

/** Times by the reader's own clock. */
function writeTimes(within) {
  for (const time of within.querySelectorAll('time')) {
    const moment = new Date(time.dateTime);
    time.textContent = moment.toLocaleString('en', { dateStyle: 'medium', timeStyle: 'short' });
  }
}

function chooseOwnZone(select) {
  const isListed = [...select.options].some(({ value }) => value === OWN_ZONE);
  if (!isListed) select.add(new Option(OWN_ZONE), 0);
  select.value = OWN_ZONE;
}

/** Asks what has changed, again and again while somebody looks. */
async function follow(address) {
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, ASKS_EVERY_MS));
    if (document.hidden) continue;
    try {
      const answer = await fetch(address);
      if (answer.ok) writeParts(await answer.json());
    } catch {
      // The portal is away: a later answer tells the same.
    }
  }
}

/** @param parts HTML by the id of its place; what is the same stays untouched */
function writeParts(parts) {
  for (const [id, html] of Object.entries(parts)) {
    const place = document.getElementById(id);
    const fresh = document.createElement('div');
    fresh.innerHTML = html;
    writeTimes(fresh);
    if (place.innerHTML !== fresh.innerHTML) place.replaceChildren(...fresh.childNodes);
  }
}
