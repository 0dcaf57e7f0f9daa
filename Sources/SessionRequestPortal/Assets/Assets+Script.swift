extension Assets {
    /// What makes a page live. Everything works without it.
    static let script = #"""
        (() => {
          "use strict";
          const root = document.documentElement;
          const live = document.getElementById("live");
          const main = () => document.querySelector("main");
          root.classList.add("scripted");

          // Moments in the visitor's own time zone.
          const showTimes = () => {
            const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
            const language = root.lang === "ar" ? "ar-u-nu-latn" : root.lang;
            const moment = new Intl.DateTimeFormat(language, {dateStyle: "full", timeStyle: "short"});
            for (const time of document.querySelectorAll("time[data-local]")) {
              const at = new Date(time.dateTime);
              if (!isNaN(at)) time.textContent = moment.format(at);
            }
            for (const row of document.querySelectorAll("[data-here]")) {
              const from = new Date(row.dataset.start);
              if (isNaN(from) || !zone || zone === row.dataset.zone) continue;
              const to = new Date(row.dataset.end);
              const text = isNaN(to) ? moment.format(from) : moment.formatRange(from, to);
              row.querySelector("dd").textContent = `${text} (${zone})`;
              row.hidden = false;
            }
          };

          // The address, as the chosen program writes it. The service judges; this only spares a round.
          const watchAddress = () => {
            const input = document.getElementById("address");
            if (!input) return;
            const form = input.form;
            const check = () => {
              const chosen = form.elements.scheme;
              const option = chosen.options ? chosen.options[chosen.selectedIndex] : chosen;
              let pattern = null;
              try { pattern = new RegExp(option.dataset.pattern, "u"); } catch { /* the service judges */ }
              const text = input.value.replace(/\s+/g, "")
                .replace(/[\uff10-\uff19\u0660-\u0669\u06f0-\u06f9]/g, (digit) => digit.charCodeAt(0) & 15);
              const wrong = text && pattern && !pattern.test(text);
              input.setCustomValidity(wrong ? form.dataset.check : "");
            };
            form.addEventListener("input", check);
            form.addEventListener("change", check);
            check();
          };

          const say = (text, isShown) => { live.textContent = text; live.classList.toggle("shown", Boolean(isShown)); };

          const prepare = () => {
            showTimes();
            watchAddress();
          };

          // Puts a newer page in place of this one, and keeps what was typed, opened and focused.
          const replace = (text) => {
            const next = new DOMParser().parseFromString(text, "text/html");
            const fresh = next.querySelector("main");
            if (!fresh) return;
            const old = main();
            const focused = old.contains(document.activeElement) ? document.activeElement.id : "";
            for (const field of fresh.querySelectorAll("input[id], select[id], textarea[id]")) {
              const before = old.querySelector("#" + CSS.escape(field.id));
              if (before && before.value) field.value = before.value;
            }
            for (const details of fresh.querySelectorAll("details[id]")) {
              const before = old.querySelector("#" + CSS.escape(details.id));
              if (before && before.open) details.open = true;
            }
            old.replaceWith(fresh);
            document.title = next.title;
            prepare();
            const heading = fresh.querySelector("h1");
            const kept = focused ? document.getElementById(focused) : null;
            if (kept) kept.focus({preventScroll: true});
            else if (heading) heading.focus({preventScroll: true});
            window.scrollTo({top: 0});
            if (heading) say(heading.textContent);
          };

          let isFetching = false;
          let isStale = false;
          const refresh = async () => {
            if (isFetching) { isStale = true; return; }
            isFetching = true;
            try {
              do {
                isStale = false;
                const answer = await fetch(location.pathname, {headers: {"X-Live": "1"}, cache: "no-store"});
                replace(await answer.text());
              } while (isStale);
              if (!events) listen();
            } catch {
              again();
            } finally {
              isFetching = false;
            }
          };

          let timer = 0;
          const again = () => {
            clearTimeout(timer);
            const seconds = Number(main().dataset.retry) || 5;
            timer = setTimeout(refresh, seconds * 1000 * (0.75 + Math.random() / 2));
          };

          const changed = (event) => {
            const state = JSON.parse(event.data);
            if (state.key !== main().dataset.key) { refresh(); return; }
            for (const place of document.querySelectorAll("[data-queue]")) {
              const text = state.position ? place.dataset.queue.replace("#", state.position) : "";
              if (text === place.textContent) continue;
              place.textContent = text;
              place.hidden = !text;
              if (text) say(text);
            }
          };

          let events = null;
          let lost = 0;
          const listen = () => {
            const path = main().dataset.events;
            if (!path || !window.EventSource) { if (main().dataset.retry) again(); return; }
            events = new EventSource(path);
            events.addEventListener("changed", changed);
            events.addEventListener("unavailable", refresh);
            events.addEventListener("gone", () => { events.close(); refresh(); });
            events.addEventListener("open", () => {
              clearTimeout(lost);
              if (lost) { say(document.body.dataset.back); refresh(); }
              lost = 0;
            });
            events.addEventListener("error", () => {
              if (!lost) lost = setTimeout(() => say(document.body.dataset.lost, true), 2000);
              if (events.readyState === EventSource.CLOSED) {
                events = null;
                again();
              }
            });
          };

          prepare();
          listen();
          window.addEventListener("pagehide", () => { if (events) events.close(); });
          window.addEventListener("pageshow", (event) => { if (event.persisted) { events = null; refresh(); } });
        })();
        """#
}
