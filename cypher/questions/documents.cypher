// en: Which projects and programmes stand beside which plan or notice, and who issued it?
// zh: 项目和行动依据哪些文件，文件由谁印发？
// param limit: integer = 200 | rows at most
// columns: document, issuers, thing, type, sentence

MATCH (d:Policy)-[:MENTIONED_IN]->(s:Sentence), (t:Entity)-[:MENTIONED_IN]->(s)
WHERE t.type IN ['Project', 'Programme', 'Hospital']
OPTIONAL MATCH (a:Entity)-[:ISSUED]->(d)
WITH d, t, s, a ORDER BY a.name
WITH d, t, s, collect(DISTINCT a.name) AS issuers
RETURN DISTINCT d.name AS document, issuers, t.name AS thing, t.type AS type, s.text AS sentence
ORDER BY document, type, thing, sentence
LIMIT $limit
