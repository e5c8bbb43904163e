// en: What do the sentences with a word say?
// zh: 含有某词的句子说了什么？
// param word: string = "医院" | a word of the sentence
// param limit: integer = 200 | rows at most
// columns: sentence, kind, fact, about

CALL {
  MATCH (o:Observation)-[:IN_SENTENCE]->(s:Sentence), (o)-[:ABOUT]->(e:Entity)
  WHERE s.text CONTAINS $word
  RETURN s.text AS sentence, 'number' AS kind, o.indicator + ' ' + o.raw AS fact, e.name AS about
  UNION
  MATCH (m:Milestone)-[:IN_SENTENCE]->(s:Sentence), (m)-[:OF]->(e:Entity)
  WHERE s.text CONTAINS $word
  RETURN s.text AS sentence, 'milestone' AS kind, m.stage + ' ' + m.quote AS fact, e.name AS about
  UNION
  MATCH (a:Entity)-[r]->(b:Entity), (s:Sentence)
  WHERE s.id = r.sentence AND s.text CONTAINS $word
  RETURN s.text AS sentence, r.basis AS kind, a.name + ' ' + type(r) AS fact, b.name AS about
}
RETURN sentence, kind, fact, about
ORDER BY sentence, kind, fact, about
LIMIT $limit
