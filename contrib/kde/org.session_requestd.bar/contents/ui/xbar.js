.pragma library

// What `session-request bar --format xbar` prints, read: a line for the panel, `---`, and a line for each request.
// Returns {text, color, rows: [{text, link}]}; null for what is none.
function parsed(printed) {
    var lines = printed.split("\n").filter(function (line) { return line !== "" })
    if (lines.length < 2 || lines[1] !== "---")
        return null
    var title = line(lines[0])
    return {
        text: title.text,
        color: title.values.color || "",
        rows: lines.slice(2).map(function (row) {
            var read = line(row)
            return {text: read.text, link: /^session-request:\/\/connect\/[0-9]+$/.test(read.values.href) ? read.values.href : ""}
        })
    }
}

// The text before the bar, and the values after it.
function line(whole) {
    var bar = whole.indexOf("|")
    var values = {}
    if (bar >= 0)
        whole.slice(bar + 1).trim().split(/\s+/).forEach(function (pair) {
            var equals = pair.indexOf("=")
            if (equals > 0)
                values[pair.slice(0, equals)] = pair.slice(equals + 1)
        })
    return {text: (bar >= 0 ? whole.slice(0, bar) : whole).trim(), values: values}
}
