extension Templates {
    /// Closed or expired: what it means, how it was, and a way on.
    static let over = #"""
        <p class="intro">{{intro}}</p>
        {{#paths.feedback}}
        <section class="card" aria-labelledby="feedback">
        <h2 id="feedback">{{t.feedbackHeading}}</h2>
        <form method="post" action="{{.}}">
        {{>token}}
        <fieldset class="rating"{{#fault}} aria-describedby="fault"{{/fault}}>
        <legend>{{t.feedbackRating}}</legend>
        {{#ratings}}
        <label><input type="radio" name="rating" value="{{value}}" required> <span>{{text}}</span></label>
        {{/ratings}}
        </fieldset>
        <p class="field"><label for="comment">{{t.feedbackComment}} <span class="hint">({{t.optional}})</span></label>
        <textarea id="comment" name="comment" rows="4" maxlength="4000">{{comment}}</textarea></p>
        <button class="primary">{{t.feedbackButton}}</button>
        </form>
        </section>
        {{/paths.feedback}}
        <section class="card" aria-labelledby="again">
        <h2 id="again">{{t.againHeading}}</h2>
        <p>{{t.againIntro}}</p>
        <p class="scripted">{{t.againLive}}</p>
        <p><a href="{{paths.code}}">{{t.againCode}}</a></p>
        </section>
        <section class="card">
        {{>facts}}
        </section>
        """#
}
