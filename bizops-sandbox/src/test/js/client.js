// Drives the sandbox with jsforce and prints what it saw as one JSON object.
// Usage: node client.js URL CLIENT_ID CLIENT_SECRET
'use strict';

const jsforce = require('jsforce');

async function main([url, clientId, clientSecret]) {
  const connection = new jsforce.Connection({
    instanceUrl: url,
    oauth2: { clientId, clientSecret, loginUrl: url },
    version: '64.0',
  });
  const seen = {};

  await connection.authorize({ grant_type: 'client_credentials' });
  seen.instanceUrl = connection.instanceUrl;

  const global = await connection.describeGlobal();
  seen.objects = global.sobjects.map((object) => object.name);
  const lead = await connection.sobject('Lead').describe();
  seen.leadFields = lead.fields.map((field) => `${field.name}:${field.type}`);

  const { records: all } = await connection
    .query('SELECT Id, Name, Owner.Name, SystemModstamp FROM Lead ORDER BY SystemModstamp, Id')
    .execute({ autoFetch: true, maxFetch: 1000000, headers: { 'Sforce-Query-Options': 'batchSize=200' } });
  seen.leadIds = all.map((record) => record.Id);
  seen.withDeleted = (await connection.query('SELECT Id FROM Lead', { scanAll: true, autoFetch: true, maxFetch: 1000000 }))
    .totalSize;
  seen.found = await connection.sobject('Opportunity').find({ IsWon: true }, ['Id', 'Amount']).limit(3);
  seen.one = (await connection.sobject('Lead').retrieve(seen.leadIds[0])).Id;

  const some = await connection.sobject('Lead').retrieve(seen.leadIds.slice(0, 2).reverse(), { fields: ['Name'] });
  seen.some = some.map((record) => record.Id);
  seen.user = (await connection.identity()).username;

  const end = new Date(new Date(all[all.length - 1].SystemModstamp).getTime() + 60000);
  const start = new Date(end.getTime() - 86400000);
  seen.updated = (await connection.sobject('Lead').updated(start.toISOString(), end.toISOString())).ids;

  try {
    await connection.query('SELECT Id, Nope__c FROM Lead');
  } catch (error) {
    seen.badField = { code: error.errorCode, message: error.message };
  }

  const stream = await connection.bulk2.query('SELECT Id, Name, IsDeleted, SystemModstamp FROM Lead', {
    scanAll: true,
    pollInterval: 1,
    pollTimeout: 10000,
  });
  seen.bulkLeads = (await stream.toArray()).map((record) => [record.Id, record.Name, record.IsDeleted].join('|'));
  seen.limit = connection.limitInfo.apiUsage.limit;
  process.stdout.write(JSON.stringify(seen));
}

main(process.argv.slice(2)).catch((error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
