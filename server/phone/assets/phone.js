/* The live phone page: hears the feed, puts in what changed, says when it cannot hear, and tells
   when the turn comes near. Everything it shows is made by the server; without it the page works.
   Written for old phones too: no promises, no modules. */
(function () {
  'use strict';
  var QUIET_MS = 9000, ANSWER_MS = 6000, SLOW_MS = 5000, STALE_MS = 18000, AGAIN_MS = 3000, GO_ON_MS = 4000;
  var doc = document, root = doc.documentElement;
  var feed = null, heardAt = 0, isAsking = false, askedAt = 0, isWanted = false, againAt = 0, wait = 0;
  var heardOf = '', brokenAt = 0;
  var link = '', level = '', step = '', offset = 0, seen = {}, leads = 0;
  var sound = null, isOn = false;

  root.className += ' js';

  function page() { return doc.getElementById('page'); }
  function fact(name) { return page().getAttribute('data-' + name) || ''; }
  function now() { return new Date().getTime(); }
  function text(node, words) { if (node && node.textContent !== words) { node.textContent = words; } }
  function two(n) { return n < 10 ? '0' + n : '' + n; }

  /* the time of day in the building, whatever the phone's own clock is set to */
  function clock(ms) {
    var at = new Date(ms + offset + parseInt(fact('zone'), 10) * 60000);
    return two(at.getUTCHours()) + ':' + two(at.getUTCMinutes());
  }

  /* the link: live, connecting, or lost since a time */
  function show(state) {
    var badge = doc.getElementById('badge');
    if (!badge || link === state) { return; }
    link = state;
    badge.className = 'badge scripted ' + state;
    text(doc.getElementById('badge-text'), badge.getAttribute('data-' + state).replace('%t', clock(heardAt)));
  }
  function heard() { heardAt = now(); show('live'); }

  function listen() {
    if (feed) { feed.close(); feed = null; }
    heardOf = fact('clinic') + fact('base');
    if (!window.EventSource) { return; }
    feed = new EventSource('/api/v1/events/stream?clinic=' + encodeURIComponent(fact('clinic')) +
      '&token=' + encodeURIComponent(fact('base').slice(3)));
    feed.addEventListener('connected', function () { heard(); ask(); });
    feed.addEventListener('queue_update', function (message) { heard(); changed(message.data); });
    feed.addEventListener('notice', function (message) { heard(); noticed(message.data); });
    feed.onopen = function () { brokenAt = 0; heard(); ask(true); };
    feed.onerror = function () {
      brokenAt = brokenAt || now();
      if (this.readyState === 2) { againAt = now() + AGAIN_MS; }
    };
  }

  /* one's own place comes as notices; of the rest only what stops or starts the whole clinic counts.
     Who is far back waits a moment, so that a whole waiting room does not ask at once */
  function read(data) { try { return JSON.parse(data); } catch (e) { return {}; } }
  function noticed(data) { if (read(data).ahead > 3) { soon(); } else { ask(); } }
  function changed(data) {
    var told = read(data);
    if (told.ticket === fact('ticket')) { ask(); }
    else if (!told.ticket) { soon(); }
  }
  function soon() { if (!wait) { wait = setTimeout(function () { ask(); }, 150 + Math.random() * 850); } }

  /* ask for what the page shows; one question at a time, and again if it was asked meanwhile */
  function ask(isProbe) {
    clearTimeout(wait);
    wait = 0;
    if (isAsking) { isWanted = isWanted || isProbe !== true; return; }
    isAsking = true;
    askedAt = now();
    isWanted = false;
    var base = fact('base'), request = new XMLHttpRequest();
    request.open('GET', base + '/now?lang=' + root.lang + '&step=' + step + (isProbe === true ? '&stream=' + fact('stream') + '&at=' + fact('at') : ''));
    request.timeout = ANSWER_MS;
    request.onreadystatechange = function () {
      if (request.readyState !== 4) { return; }
      isAsking = false;
      if (base !== fact('base')) { ask(); return; }
      if (request.status === 200) { heard(); put(request.responseText); }
      else if (request.status === 204) { heard(); }
      else if (request.status === 404) { location.reload(); return; }
      else { isWanted = true; return; }
      if (isWanted) { ask(); }
    };
    request.send();
  }

  function tick() {
    var quiet = now() - heardAt;
    if (quiet > STALE_MS) { show('lost'); }
    else if (quiet > SLOW_MS && (brokenAt || isWanted)) { show('connecting'); }
    if (againAt && now() > againAt) { againAt = 0; listen(); }
    if (!isAsking && now() - askedAt > AGAIN_MS && (isWanted || quiet > (brokenAt ? AGAIN_MS : QUIET_MS))) { ask(!isWanted); }
    count();
  }

  /* put in the parts that changed; what is being typed, and where the focus is, stays */
  function put(html) {
    var box = doc.createElement('div'), old = page(), fresh, focus = doc.activeElement, id = focus && focus.id, i, part, mine;
    box.innerHTML = html;
    fresh = box.querySelector('main');
    if (!fresh) { return; }
    offset = parseInt(fresh.getAttribute('data-now'), 10) - now();
    if (parts(fresh) !== parts(old)) {
      old.parentNode.replaceChild(fresh, old);
      remember(fresh);
    } else {
      for (i = 0; i < fresh.attributes.length; i++) { old.setAttribute(fresh.attributes[i].name, fresh.attributes[i].value); }
      if (!fresh.hasAttribute('data-next')) { old.removeAttribute('data-next'); }
      for (i = 0; i < fresh.children.length; i++) {
        part = fresh.children[i];
        mine = doc.getElementById(part.id);
        if (seen[part.id] !== sign(part)) {
          seen[part.id] = sign(part);
          mine.innerHTML = part.innerHTML;
          mine.className = part.className;
          if (part.hasAttribute('data-sig')) { mine.setAttribute('data-sig', part.getAttribute('data-sig')); }
          else { mine.removeAttribute('data-sig'); }
        }
      }
    }
    if (id && doc.activeElement !== focus) { (doc.getElementById(id) || heading()).focus(); }
    dress();
    tell();
  }
  function heading() {
    var found = page().querySelector('h1');
    found.setAttribute('tabindex', '-1');
    return found;
  }
  function parts(main) {
    for (var ids = '', i = 0; i < main.children.length; i++) { ids += main.children[i].id + ' '; }
    return ids;
  }
  function sign(part) { return part.getAttribute('data-sig') || part.innerHTML; }
  function remember(main) {
    for (var i = 0; i < main.children.length; i++) { seen[main.children[i].id] = sign(main.children[i]); }
  }

  /* what the page wears besides the server's words */
  function dress() {
    var look = fact('look'), bell = doc.getElementById('bell');
    if (doc.body.className.replace(' new', '') !== look) { doc.body.className = look; }
    doc.title = fact('say');
    if (bell) {
      bell.setAttribute('aria-pressed', isOn ? 'true' : 'false');
      text(bell.querySelector('span'), bell.getAttribute(isOn ? 'data-on' : 'data-off'));
      bell.onclick = toggle;
    }
    if (heardOf !== fact('clinic') + fact('base')) { listen(); }
    clearTimeout(leads);
    if (fact('next')) { leads = setTimeout(goOn, GO_ON_MS); }
    count();
  }
  function count() {
    var kept = doc.getElementById('kept'), left;
    if (!kept) { return; }
    left = Math.round((parseInt(kept.getAttribute('data-until'), 10) - now() - offset) / 1000);
    text(kept, left > 0 ? kept.getAttribute('data-text').replace('%t', Math.floor(left / 60) + ':' + two(left % 60)) : kept.getAttribute('data-over'));
  }

  /* the ticket led to another: go on there with the sound still allowed */
  function goOn() {
    var next = fact('next');
    if (!next) { return; }
    if (!window.history || !history.replaceState || step) { location.replace(next + '?lang=' + root.lang); return; }
    history.replaceState(null, '', next + '?lang=' + root.lang);
    page().setAttribute('data-base', next);
    page().removeAttribute('data-next');
    level = '';
    ask();
  }

  /* alerts: at 3, 2, 1 and 0 ahead, and at each call */
  function tell() {
    var was = level, is = fact('level'), words = fact('say');
    if (is === was) { return; }
    level = is;
    if (is.charAt(0) === 'c') {
      if (step) { step = ''; ask(); }
      doc.body.className = fact('look') + ' new';
      text(doc.getElementById('cry'), words);
      alarm(5, words);
    } else {
      text(doc.getElementById('say'), words);
      if (is !== '' && +is <= 3 && (was === '' || was.charAt(0) === 'c' || +is < +was)) { alarm(4 - is, words); }
    }
  }
  function alarm(times, words) {
    var beat = [], i;
    for (i = 0; i < times; i++) { beat.push(times > 4 ? 500 : 200, 150); }
    try { if (navigator.vibrate) { navigator.vibrate(beat); } } catch (e) { /* this phone cannot */ }
    if (!isOn) { return; }
    ring(times);
    try {
      if (window.Notification && Notification.permission === 'granted') {
        new Notification(words, { tag: 'dawr', renotify: true, lang: root.lang, dir: root.dir });
      }
    } catch (e) { /* where only a service worker may */ }
  }
  function ring(times) {
    var i, tone, gain, at;
    if (!sound) { return; }
    try {
      for (i = 0; i < times; i++) {
        at = sound.currentTime + i * 0.35;
        tone = sound.createOscillator();
        gain = sound.createGain();
        tone.frequency.value = i % 2 ? 660 : 880;
        gain.gain.setValueAtTime(0.0001, at);
        gain.gain.exponentialRampToValueAtTime(0.5, at + 0.03);
        gain.gain.exponentialRampToValueAtTime(0.0001, at + 0.3);
        tone.connect(gain);
        gain.connect(sound.destination);
        tone.start(at);
        tone.stop(at + 0.32);
      }
    } catch (e) { /* this phone makes no sound */ }
  }

  /* only a tap may allow sound and notifications */
  function toggle() {
    isOn = !isOn;
    if (isOn) {
      try {
        sound = sound || new (window.AudioContext || window.webkitAudioContext)();
        if (sound.resume) { sound.resume(); }
      } catch (e) { sound = null; }
      try {
        if (window.Notification && Notification.permission === 'default') { Notification.requestPermission(); }
      } catch (e) { /* not on this phone */ }
      ring(1);
    }
    dress();
  }

  function begin() {
    var main = page(), retry = main && main.getAttribute('data-retry');
    if (retry) { setTimeout(function () { location.reload(); }, retry * 1000); return; }
    if (!main || !main.getAttribute('data-base')) { return; }
    step = fact('step');
    level = fact('level');
    offset = parseInt(fact('now'), 10) - now();
    heardAt = now();
    remember(main);
    dress();
    setInterval(tick, 1000);
    window.addEventListener('online', function () { listen(); ask(); });
    window.addEventListener('pageshow', function (event) { if (event.persisted) { listen(); ask(); } });
    doc.addEventListener('visibilitychange', function () { if (!doc.hidden) { ask(); } });
  }
  if (doc.readyState === 'loading') { doc.addEventListener('DOMContentLoaded', begin); } else { begin(); }
}());
