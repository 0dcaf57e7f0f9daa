extension Templates {
    /// How to get or to open the program that shares the screen.
    static let programs = #"""
        <section class="card numbered" aria-labelledby="start">
        <h2 id="start">{{t.startHeading}}</h2>
        {{#joinLink}}
        <p class="offer"><a class="button" href="{{.}}">{{t.openJoinProgram}}</a> <span class="hint">{{t.openJoinProgramHint}}</span></p>
        {{/joinLink}}
        {{#several}}
        <p>{{t.startOne}}:</p>
        {{/several}}
        {{#programs}}
        <div class="program">
        {{#heading}}
        <h3>{{.}}</h3>
        {{/heading}}
        {{#files}}
        <p><a class="button" href="{{url}}" rel="noreferrer">{{label}}</a></p>
        {{#sha256}}
        <p class="sum"><span>{{t.downloadChecksum}}</span> <code>{{.}}</code></p>
        {{/sha256}}
        {{/files}}
        {{#open}}
        <p class="offer"><a class="button" href="{{link}}">{{label}}</a>{{#version}} <span class="hint">{{.}}</span>{{/version}}</p>
        {{/open}}
        {{#byHand}}
        <p>{{.}}</p>
        {{/byHand}}
        {{#hasOthers}}
        <details id="others-{{scheme}}">
        <summary>{{t.downloadOthers}}</summary>
        {{#otherFiles}}
        <p><a href="{{url}}" rel="noreferrer">{{label}}</a></p>
        {{#sha256}}
        <p class="sum"><span>{{t.downloadChecksum}}</span> <code>{{.}}</code></p>
        {{/sha256}}
        {{/otherFiles}}
        </details>
        {{/hasOthers}}
        </div>
        {{/programs}}
        <p class="hint">{{t.reportsItself}}</p>
        </section>
        """#
}
