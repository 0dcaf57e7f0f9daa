// swift-format-ignore-file: lines of HTML are as long as mail programs want them

extension MailTemplates {
    /// The alternative with a layout: `mail.html.mustache`. Mail programs know little: a table, styles in place, and a
    /// style sheet for those that know the dark.
    static let html = #"""
        <!DOCTYPE html>
        <html lang="{{language}}" dir="{{direction}}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="supported-color-schemes" content="light dark">
        <title>{{subject}}</title>
        <style>
        :root { color-scheme: light dark; }
        a { overflow-wrap: anywhere; }
        @media (prefers-color-scheme: dark) {
        .page { background: #14171a !important; }
        .card { background: #1f2429 !important; border-color: #333b43 !important; }
        .card, .card p, .card td { color: #e8eaed !important; }
        p.quiet, td.quiet { color: #a9b1ba !important; }
        .card .link { color: #8ab4f8 !important; }
        .card .warning { background: #332b16 !important; border-color: #a88a2a !important; }
        }
        </style>
        </head>
        <body class="page" style="margin:0;padding:0;background:#f2f4f7;">
        <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" class="page" style="background:#f2f4f7;">
        <tr><td align="center" style="padding:24px 12px;">
        <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" class="card" style="max-width:560px;background:#ffffff;border:1px solid #d9dee4;border-radius:8px;">
        <tr><td style="padding:28px 24px;font-family:system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',Arial,sans-serif;font-size:16px;line-height:1.5;color:#1b1f23;text-align:start;overflow-wrap:anywhere;word-break:break-word;">
        <p style="margin:0 0 16px;">{{greeting}}</p>
        <p style="margin:0 0 16px;">{{lead}}</p>
        {{#hasFacts}}
        <table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 20px;">
        {{#facts}}
        <tr>
        <td class="quiet" style="overflow-wrap:normal;word-break:normal;padding:3px 0;padding-inline-end:16px;vertical-align:top;font-size:15px;line-height:1.45;color:#57606a;">{{label}}</td>
        <td style="padding:3px 0;vertical-align:top;font-size:15px;line-height:1.45;color:#1b1f23;"><bdi>{{value}}</bdi></td>
        </tr>
        {{/facts}}
        </table>
        {{/hasFacts}}
        {{#question}}
        <p style="margin:0 0 16px;">{{question}}</p>
        {{/question}}
        {{#button}}
        <p style="margin:0 0 12px;"><a href="{{url}}" style="display:inline-block;padding:12px 22px;background:#0b57d0;color:#ffffff;font-weight:600;text-decoration:none;border-radius:6px;">{{label}}</a></p>
        <p class="quiet" style="margin:0 0 20px;font-size:14px;color:#57606a;"><a href="{{url}}" class="link" dir="ltr" style="color:#0b57d0;">{{url}}</a></p>
        {{/button}}
        {{#codeHint}}
        <p style="margin:0 0 16px;">{{codeHint}}</p>
        {{/codeHint}}
        {{#guidance}}
        <p style="margin:0 0 16px;">{{guidance}}</p>
        {{/guidance}}
        {{#warning}}
        <p class="warning" style="margin:0;padding:12px 14px;background:#fff8e1;border-inline-start:4px solid #d9a400;font-size:15px;line-height:1.45;">{{warning}}</p>
        {{/warning}}
        </td></tr>
        </table>
        <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" class="foot" style="max-width:560px;">
        <tr><td style="padding:14px 24px;font-family:system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',Arial,sans-serif;text-align:start;">
        <p class="quiet" style="margin:0;font-size:13px;line-height:1.4;color:#57606a;">{{footer}}</p>
        </td></tr>
        </table>
        </td></tr>
        </table>
        </body>
        </html>
        """#
}
