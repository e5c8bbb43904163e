// en: Which titles were won or are sought, and by whom?
// zh: 获得或争创了哪些荣誉？
// param limit: integer = 200 | rows at most
// columns: honour, receiver, status, basis, words, sentence

MATCH (e:Entity)-[r:RECEIVED]->(h:Honour)
MATCH (s:Sentence {id: r.sentence})
RETURN h.name AS honour, e.name AS receiver, r.status AS status, r.basis AS basis, r.quote AS words, s.text AS sentence
ORDER BY status, honour, receiver, words
LIMIT $limit
