/** What programs put on the clipboard, written after their manner, and what is to become of it. */
import type { HtmlLoss } from './index.js';

interface Clipboard { readonly name: string; readonly html: string; readonly markdown: string; readonly lost: readonly HtmlLoss[] }

const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal {margin:0cm; font-family:"Calibri",sans-serif;} @list l0 {mso-list-id:1;} --></style>
<!--StartFragment-->
<p class=MsoTitle><span lang=EN-GB style='mso-fareast-language:EN-GB'>Careers fair, run sheet<o:p></o:p></span></p>
<p class=MsoNormal><b><span lang=EN-GB>Bring</span></b><span lang=EN-GB> the <i>signed</i>
list; see <a href="https://www.calderfold.example/fair">the&nbsp;page</a>.<o:p></o:p></span></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<h2>Before the day<o:p></o:p></h2>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol;mso-fareast-font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;</span></span></span><![endif]>Book the hall<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='margin-left:72.0pt;text-indent:-18.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span style='font-family:"Courier New"'><span style='mso-list:Ignore'>o<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;</span></span></span><![endif]>with the <b>lift</b><o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;</span></span></span><![endif]>Tell <del cite="mailto:Tom" datetime="2026-11-02T10:00">everybody</del><ins cite="mailto:Tom" datetime="2026-11-02T10:00">the porters</ins><o:p></o:p></p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>3.<span>&nbsp;&nbsp;</span></span><![endif]>Open the doors</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>4.<span>&nbsp;&nbsp;</span></span><![endif]>Count heads</p>
<table class=MsoTableGrid border=1 style='border-collapse:collapse;mso-yfti-tbllook:1184'>
 <tr style='mso-yfti-irow:0'><td width=301 style='border:solid windowtext 1.0pt'><p class=MsoNormal><b>When<o:p></o:p></b></p></td><td><p class=MsoNormal><b>What<o:p></o:p></b></p></td></tr>
 <tr><td><p class=MsoNormal>9:00<o:p></o:p></p></td><td><p class=MsoNormal>Set up</p><p class=MsoNormal>Test the sound</p></td></tr>
</table>
<p class=MsoNormal>Well planned<span class=MsoCommentReference><a href="#_msocom_1">[TA1]</a></span><span style='mso-tab-count:1'>	</span>indeed<img width=120 src="file:///C:/Users/tom/AppData/Local/Temp/msohtmlclip1/01/clip_image001.png" alt="A plan of the hall"></p>
<div style='mso-element:comment-list'><p>Tom: really?</p></div>
<!--EndFragment--></html>`;

const GOOGLE = `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-3f0c1b7e-7fff-1111-2222-333344445555"><h1 dir="ltr" style="line-height:1.38;"><span style="font-size:20pt;font-family:Arial,sans-serif;font-weight:400;">Open evening</span></h1>
<p dir="ltr" style="line-height:1.38;"><span style="font-weight:400;white-space:pre-wrap;">Ask for </span><span style="font-weight:700;white-space:pre-wrap;">step-free</span><span style="font-style:italic;white-space:pre-wrap;"> routes</span><span style="white-space:pre-wrap;"> on </span><a href="https://www.google.com/url?q=https://www.calderfold.example/access&amp;sa=D&amp;source=docs" style="text-decoration:none;"><span style="text-decoration:underline;">this page</span></a><span>.</span></p><br />
<ul style="margin-top:0;"><li dir="ltr" style="list-style-type:disc;" aria-level="1"><p dir="ltr" role="presentation"><span style="font-weight:400;">One</span></p></li><ul><li dir="ltr" aria-level="2"><p dir="ltr" role="presentation"><span>Under one</span></p></li></ul><li dir="ltr" aria-level="1"><p role="presentation"><span>Two</span></p></li></ul>
<ul style="list-style-type:none;"><li dir="ltr" role="checkbox" aria-checked="true"><img src="data:image/png;base64,iVBORw0KGgo=" width="17" alt="checked" aria-roledescription="checkbox" /><p role="presentation" style="display:inline-block;"><span style="text-decoration:line-through;">Sent</span></p></li><li dir="ltr" role="checkbox" aria-checked="false"><img src="data:image/png;base64,iVBORw0KGgo=" alt="unchecked" aria-roledescription="checkbox" /><p role="presentation"><span>Printed</span></p></li></ul>
<div dir="ltr" align="left"><table style="border:none;border-collapse:collapse;"><colgroup><col width="300" /><col width="300" /></colgroup><tbody><tr><td><p dir="ltr"><span style="font-weight:700;">Role</span></p></td><td><p><span>Who</span></p></td></tr><tr><td><p><span>Door</span></p></td><td><br /></td></tr></tbody></table></div><br class="Apple-interchange-newline"></b>`;

const OUTLOOK = `<div class="WordSection1"><div style="font-family:Aptos,sans-serif;font-size:12pt">Dear all,<br><br>the sheet is <a href="https://eur03.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.northmoor.example%2Fsheet%3Fa%3D1&amp;data=05%7C02">here</a>.</div>
<div class="elementToProof"><br></div><ol style="list-style-type:decimal"><li style="font-family:Aptos"><div class="elementToProof">Print it</div></li><li><div>Sign it</div></li></ol>
<table role="presentation"><tbody><tr><td><p>Nia<br>Northmoor</p></td></tr></tbody></table><div style="display:none;mso-hide:all">Preheader nobody sees</div><img src="cid:logo123" alt=""></div>`;

const MAIL = '<div>•&nbsp;&nbsp;Bring a pen</div><div>•\tBring <b>paper</b></div><div>Thanks</div><blockquote type="cite"><div>On Monday Tom wrote:</div><pre>  code\n    here</pre></blockquote><hr>';

export const CLIPBOARDS: readonly Clipboard[] = [
  { name: 'Word, with lists in disguise and tracked changes', html: WORD, lost: ['DELETION', 'IMAGE_ADDRESS'], markdown: `## Careers fair, run sheet

**Bring** the _signed_ list; see [the page](https://www.calderfold.example/fair).

## Before the day

- Book the hall
  - with the **lift**
- Tell the porters

3. Open the doors
4. Count heads

| When | What |
| --- | --- |
| 9:00 | Set up Test the sound |

Well planned indeed
` },
  { name: 'Google Docs, wrapped in a bold that is none', html: GOOGLE, lost: [], markdown: `## Open evening

Ask for **step-free** _routes_ on [this page](https://www.calderfold.example/access).

- One
  - Under one
- Two

+ [x] ~~Sent~~
+ [ ] Printed

| Role | Who |
| --- | --- |
| Door |  |
` },
  { name: 'Outlook, with counted links and a table for its looks', html: OUTLOOK, lost: ['IMAGE_WITHOUT_WORDS'], markdown: `Dear all,

the sheet is [here](https://www.northmoor.example/sheet?a=1).

1. Print it
2. Sign it

Nia\\
Northmoor
` },
  { name: 'a mail with typed bullets and a quotation', html: MAIL, lost: [], markdown: `- Bring a pen
- Bring **paper**

Thanks

> On Monday Tom wrote:
>
> \`\`\`
>   code
>     here
> \`\`\`

---
` },
];
