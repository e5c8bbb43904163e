// en: Which money goes to what?
// zh: 哪些资金用于哪里？
// param limit: integer = 200 | rows at most
// columns: receiver, type, fund, basis, figures, sentence

MATCH (p:Entity)-[r:FUNDED_BY]->(f:Funding)
MATCH (s:Sentence {id: r.sentence})
OPTIONAL MATCH (o:Observation)-[:IN_SENTENCE]->(s)
WHERE o.unit IN ['元', '美元', '']
WITH p, f, r, s, o ORDER BY o.start
WITH p, f, r, s, collect(DISTINCT o.indicator + ' ' + o.raw) AS figures
RETURN p.name AS receiver, p.type AS type, f.name AS fund, r.basis AS basis, figures, s.text AS sentence
ORDER BY fund, receiver, basis, sentence
LIMIT $limit
