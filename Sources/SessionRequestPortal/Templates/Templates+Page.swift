extension Templates {
    /// What every page has around it.
    static let page = #"""
        <!DOCTYPE html>
        <html lang="{{language}}" dir="{{direction}}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="robots" content="noindex, nofollow">
        <meta name="referrer" content="no-referrer">
        <meta name="color-scheme" content="light dark">
        <meta name="format-detection" content="telephone=no">
        <title>{{heading}} · {{organization}}</title>
        <link rel="icon" href="{{assets.logo}}">
        <link rel="stylesheet" href="{{assets.style}}">
        {{#assets.ownStyle}}
        <link rel="stylesheet" href="{{.}}">
        {{/assets.ownStyle}}
        {{#refresh}}
        <noscript><meta http-equiv="refresh" content="{{.}}"></noscript>
        {{/refresh}}
        <script src="{{assets.script}}" defer></script>
        </head>
        <body data-lost="{{t.connectionLost}}" data-back="{{t.connectionBack}}">
        <header class="bar"><img src="{{assets.logo}}" alt="" height="40"> <span class="name">{{organization}}</span></header>
        <main data-key="{{key}}"{{#events}} data-events="{{.}}"{{/events}}{{#retry}} data-retry="{{.}}"{{/retry}}>
        {{#step}}
        <p class="step">{{.}}</p>
        {{/step}}
        <h1 tabindex="-1">{{heading}}</h1>
        {{>notice}}
        {{>*content}}
        {{#lookAgain}}
        <noscript><p class="hint"><a href="{{url}}">{{text}}</a></p></noscript>
        {{/lookAgain}}
        </main>
        <div id="live" role="status"></div>
        <footer>
        {{>support}}
        <p>{{t.cookieNote}}</p>
        </footer>
        </body>
        </html>
        """#
}
