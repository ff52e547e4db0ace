// Drives the sandbox's Marketo with node-marketo-rest and prints what it saw as one JSON object.
// Usage: node marketo.js URL CLIENT_ID CLIENT_SECRET
'use strict';

const Marketo = require('node-marketo-rest');

async function all(first) {
  const rows = [];
  let page = first;
  for (;;) {
    rows.push(...(page.result || []));
    if (!page.nextPageToken || page.moreResult === false) {
      return rows;
    }
    page = await page.nextPage();
  }
}

async function main([url, clientId, clientSecret]) {
  const marketo = new Marketo({ endpoint: `${url}/rest`, identity: `${url}/identity`, clientId, clientSecret });
  const seen = {};

  seen.fields = (await marketo.lead.describe()).result.map((field) => `${field.rest.name}:${field.dataType}`);
  seen.types = (await marketo.activities.getActivityTypes()).result.map((type) => type.name);
  seen.lists = (await all(await marketo.list.find({ batchSize: 5 }))).map((list) => list.name);
  const pages = await marketo.landingPage.getLandingPages();
  seen.landingPages = pages.result.concat((await pages.nextPage()).result || []).length;

  const filter = { createdAt: { startAt: '2026-06-01T00:00:00Z', endAt: '2026-06-30T23:59:59Z' } };
  const { exportId } = (await marketo.bulkLeadExtract.create(['id', 'email'], filter)).result[0];
  seen.jobs = [(await marketo.bulkLeadExtract.enqueue(exportId)).result[0].status];
  seen.jobs.push((await marketo.bulkLeadExtract.status(exportId)).result[0].status);
  seen.jobs.push((await marketo.bulkLeadExtract.status(exportId)).result[0].status);
  seen.file = String(await marketo.bulkLeadExtract.file(exportId));

  const ids = seen.file.trim().split('\n').slice(1).map((line) => line.split(',')[0]);
  seen.found = (await marketo.lead.find('id', ids, { fields: ['email'] })).result.length;
  const token = (await marketo.lead.getPageToken('2026-06-01T00:00:00Z')).nextPageToken;
  const changes = await all(await marketo.lead.getChanges(token, { fields: ['leadStatus'] }));
  seen.changes = changes.map((change) => change.activityTypeId);

  try {
    await marketo.lead.byId(1);
  } catch (error) {
    seen.error = error.code;
    seen.message = error.message;
  }
  seen.calls = (await marketo.stats.usage()).result[0].total;
  process.stdout.write(JSON.stringify(seen));
}

main(process.argv.slice(2)).catch((error) => {
  process.stderr.write(`${error.stack || JSON.stringify(error)}\n`);
  process.exit(1);
});
