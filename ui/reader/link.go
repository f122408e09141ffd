package reader

// Link is something in a document that leads elsewhere.
type Link struct {
	Kind   LinkKind
	Target string // as written: an address, a path, the title of an entry, a tag without its mark
	Text   string // what is shown
	Source int    // byte offset of the block that holds it

	again bool // one more mark of the link before
}

// LinkKind says what a link leads to.
type LinkKind uint8

// The kinds of links.
const (
	ToURL      LinkKind = iota // an address, or a path beside the entry
	ToEntry                    // [[…]]
	ToImage                    // a picture: an address, or a path beside the entry
	ToTag                      // #tag
	ToFootnote                 // [^…]
)
