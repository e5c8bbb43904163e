// en: Where is the text damaged or doubtful, and which facts stand in those sentences?
// zh: 原文哪里有损坏或疑点，涉及哪些数据？
// param limit: integer = 200 | rows at most
// columns: report, code, message, words, facts, sentence

MATCH (w:Warning)-[:OF]->(r:Report)
OPTIONAL MATCH (w)-[:IN_SENTENCE]->(s:Sentence)
OPTIONAL MATCH (o:Observation)-[:IN_SENTENCE]->(s)
WITH w, r, s, o ORDER BY o.start
WITH w, r, s, collect(DISTINCT o.indicator + ' ' + o.raw) AS facts
RETURN r.title AS report, w.code AS code, w.message AS message, w.quote AS words, facts, s.text AS sentence
ORDER BY report, coalesce(w.start, 0), code
LIMIT $limit
