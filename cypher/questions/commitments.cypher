// en: What is promised, and until when?
// zh: 承诺了什么，期限是什么时候？
// param undated: boolean = true | also promises without a deadline
// param limit: integer = 200 | rows at most
// columns: deadline, thing, type, stage, words, sentence

MATCH (m:Milestone {status: 'target'})-[:OF]->(e:Entity), (m)-[:IN_SENTENCE]->(s:Sentence)
WHERE $undated OR m.date IS NOT NULL
RETURN coalesce(m.date, '') AS deadline, e.name AS thing, e.type AS type, m.stage AS stage, m.quote AS words,
  s.text AS sentence
ORDER BY deadline = '', deadline, thing, stage, words
LIMIT $limit
