/** The page's shell; everything in it is drawn by the page script. */
export const pageHtml = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Workbench</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/assets/page.css" />
  </head>
  <body>
    <div id="root"></div>
    <script src="/assets/page.js"></script>
  </body>
</html>
`;
