package journal

// Hit is one entry that a search found.
type Hit struct {
	ID    ID
	Head  Head
	Line  string   // the line of the text that holds the first match, as it stands
	Marks [][2]int // byte ranges of the matches in Line
	At    int      // byte offset of the first match in the entry's text
}

// Found is what a search came to.
type Found struct {
	Hits  []Hit // the first page, newest first
	Total int   // entries that match
	Read  int   // entries that were searched; fewer than All while the journal is being read
	All   int   // entries there are
}
