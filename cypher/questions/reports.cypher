// en: Which reports does the graph hold, and what did each give?
// zh: 图谱中有哪些报告，各有多少内容？
// columns: title, issuer, division, date, period, file, sentences, figures, milestones

MATCH (r:Report)
OPTIONAL MATCH (x:Section)-[:OF]->(r), (s:Sentence)-[:IN_SECTION]->(x)
WITH r, count(s) AS sentences
OPTIONAL MATCH (x:Section)-[:OF]->(r), (s:Sentence)-[:IN_SECTION]->(x), (o:Observation)-[:IN_SENTENCE]->(s)
WITH r, sentences, count(o) AS figures
OPTIONAL MATCH (x:Section)-[:OF]->(r), (s:Sentence)-[:IN_SECTION]->(x), (m:Milestone)-[:IN_SENTENCE]->(s)
WITH r, sentences, figures, count(m) AS milestones
RETURN r.title AS title, r.issuer AS issuer, r.division AS division, r.date AS date,
  coalesce(r.periodStart + ' – ' + r.periodEnd, '') AS period, r.file AS file, sentences, figures, milestones
ORDER BY division, period, title, file
