extension Assets {
    /// How the pages look: light and dark, from 320 pixels on, in both directions of writing.
    static let style = #"""
        :root {
          color-scheme: light dark;
          --ground: #f4f6f8; --card: #ffffff; --text: #1a2330; --soft: #4d5a6a; --line: #d5dbe2;
          --accent: #0b5a9c; --on-accent: #ffffff; --accent-strong: #084678;
          --danger: #a4262c; --danger-strong: #7d1a1f;
          --warn-ground: #fff6e0; --warn-line: #d9a520; --good-ground: #e8f3ee; --good-line: #3b8265;
          --fault-ground: #fdecec; --focus: #0b5a9c;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --ground: #11161c; --card: #1a212a; --text: #e7ebf0; --soft: #aab5c2; --line: #35404d;
            --accent: #7dbcf5; --on-accent: #0a1a29; --accent-strong: #a5d1fa;
            --danger: #ff9d98; --danger-strong: #ffbdb9;
            --warn-ground: #2c2513; --warn-line: #b78d22; --good-ground: #16271f; --good-line: #5fa988;
            --fault-ground: #331b1d; --focus: #a5d1fa;
          }
        }
        * { box-sizing: border-box; }
        [hidden] { display: none !important; }
        html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
        body {
          margin: 0; background: var(--ground); color: var(--text);
          font: 1.0625rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif;
          overflow-wrap: anywhere;
        }
        .bar, main, footer, #live { max-width: 42rem; margin-inline: auto; padding-inline: 1.25rem; }
        .bar { display: flex; align-items: center; gap: .75rem; padding-block: 1.25rem; }
        .bar img { block-size: 2.5rem; inline-size: auto; max-inline-size: 10rem; }
        .bar .name { font-weight: 600; font-size: 1.125rem; }
        main { padding-block-end: 1.5rem; }
        h1 { font-size: clamp(1.5rem, 5vw, 2rem); line-height: 1.25; margin: .25rem 0 .75rem; text-wrap: balance; }
        h1:focus { outline: none; }
        h2 { font-size: 1.1875rem; line-height: 1.35; margin: 0 0 .75rem; }
        h3 { font-size: 1.0625rem; margin: 1rem 0 .25rem; }
        p { margin: .5rem 0; }
        ul { margin: .5rem 0; padding-inline-start: 1.25rem; }
        li { margin-block: .375rem; }
        .step { color: var(--soft); font-size: .9375rem; margin: 0; }
        .intro { font-size: 1.125rem; margin-block-end: 1rem; }
        .hint, footer { color: var(--soft); font-size: .9375rem; }
        .hint p { margin: 0; }
        .offer { display: flex; flex-wrap: wrap; align-items: center; gap: .25rem .75rem; }
        .card {
          background: var(--card); border: 1px solid var(--line); border-radius: .75rem;
          padding: 1.25rem; margin-block: 1rem;
        }
        .card > :first-child { margin-block-start: 0; }
        .card > :last-child { margin-block-end: 0; }
        .warning { background: var(--warn-ground); border-color: var(--warn-line); }
        .notice {
          background: var(--good-ground); border-inline-start: .25rem solid var(--good-line);
          border-radius: .5rem; padding: .75rem 1rem; margin-block: 1rem;
        }
        .fault { background: var(--fault-ground); border-color: var(--danger); }
        .queue { font-size: 1.25rem; font-weight: 600; }
        .facts { margin: 0; display: grid; gap: .75rem; }
        .facts div { display: grid; grid-template-columns: minmax(7rem, 11rem) 1fr; gap: .125rem 1rem; }
        .facts dt { color: var(--soft); }
        .facts dd { margin: 0; font-weight: 500; }
        @media (max-width: 30rem) {
          .facts div { grid-template-columns: 1fr; }
          .bar, main, footer, #live { padding-inline: 1rem; }
          .card { padding: 1rem; }
        }
        .steps { counter-reset: part; }
        .numbered h2::before { counter-increment: part; content: counter(part) ". "; }
        a { color: var(--accent); text-underline-offset: .15em; }
        button, .button, summary { min-block-size: 2.75rem; font: inherit; }
        button, .button {
          display: inline-flex; align-items: center; justify-content: center; padding: .5rem 1.5rem;
          border: 2px solid var(--accent); border-radius: .5rem; background: transparent; color: var(--accent);
          font-weight: 600; text-decoration: none; text-align: center; cursor: pointer;
        }
        button:hover, .button:hover { border-color: var(--accent-strong); color: var(--accent-strong); }
        .primary, .primary:hover { background: var(--accent); color: var(--on-accent); }
        .primary:hover { background: var(--accent-strong); }
        .danger { border-color: var(--danger); color: var(--danger); }
        .danger:hover { border-color: var(--danger-strong); color: var(--danger-strong); }
        .act { margin-block: 1.25rem; }
        .act .primary { inline-size: 100%; max-inline-size: 22rem; font-size: 1.125rem; min-block-size: 3.25rem; }
        .buttons { display: flex; flex-wrap: wrap; gap: .75rem; margin-block-start: 1rem; }
        .buttons button { flex: 1 1 12rem; min-block-size: 3.25rem; }
        :focus-visible { outline: 3px solid var(--focus); outline-offset: 3px; border-radius: .25rem; }
        .field { margin-block: 1rem .25rem; }
        .field label, legend { display: block; font-weight: 600; margin-block-end: .25rem; padding: 0; }
        .field .hint { font-weight: 400; }
        input:not([type=radio]), select, textarea {
          inline-size: 100%; min-block-size: 2.75rem; padding: .5rem .75rem; font: inherit; color: inherit;
          background: var(--card); border: 1px solid var(--soft); border-radius: .5rem;
        }
        [dir=rtl] input[dir=ltr] { text-align: right; }
        [aria-invalid=true] { border: 2px solid var(--danger); }
        textarea { resize: vertical; }
        input.code { font-size: 1.5rem; letter-spacing: .15em; font-variant-numeric: tabular-nums; }
        form.card button { margin-block-start: 1rem; }
        .rating { border: 0; margin: 0; padding: 0; display: grid; gap: .25rem; }
        .rating label { display: flex; align-items: center; gap: .75rem; min-block-size: 2.75rem; cursor: pointer; }
        input[type=radio] { inline-size: 1.375rem; block-size: 1.375rem; accent-color: var(--accent); margin: 0; }
        details { margin-block: 1rem; }
        summary { cursor: pointer; color: var(--accent); padding-block: .5rem; }
        .sum { font-size: .875rem; color: var(--soft); margin-block-start: 0; }
        .sum code { display: block; font-family: ui-monospace, "DejaVu Sans Mono", monospace; direction: ltr; }
        .allow { border-color: var(--accent); }
        #live { position: absolute; inline-size: 1px; block-size: 1px; padding: 0; overflow: hidden; clip-path: inset(50%); }
        #live.shown {
          position: static; inline-size: auto; block-size: auto; clip-path: none; padding: .5rem 1.25rem;
          color: var(--soft); font-size: .9375rem;
        }
        footer { border-block-start: 1px solid var(--line); padding-block: 1.25rem 2rem; }
        footer h2 { font-size: 1rem; margin: 0; color: var(--text); }
        footer ul { list-style: none; padding: 0; margin: 0; }
        footer li a { display: inline-flex; align-items: center; min-block-size: 2.75rem; }
        p.scripted { display: none; }
        html.scripted p.scripted { display: block; }
        @media (prefers-reduced-motion: no-preference) {
          button, .button { transition: background-color .15s, color .15s, border-color .15s; }
        }
        @media (forced-colors: active) { button, .button, .card { border: 1px solid; } }
        """#
}
