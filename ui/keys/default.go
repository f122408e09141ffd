package keys

import "slices"

// The actions, named as a person would bind them.
const (
	Against    Action = "compare-with-now"
	Back       Action = "back"
	Aside      Action = "text-beside"
	AllBoth    Action = "take-both-everywhere"
	AllOurs    Action = "take-ours-everywhere"
	AllTheirs  Action = "take-theirs-everywhere"
	Backspace  Action = "backspace"
	Bottom     Action = "bottom"
	Checkup    Action = "doctor"
	ChangeAll  Action = "change-all"
	Conflicts  Action = "conflicts"
	Copy       Action = "copy"
	CountOther Action = "count-other"
	Cut        Action = "cut"
	Dates      Action = "show-calendar"
	Delete     Action = "delete"
	DeleteEnd  Action = "delete-to-end"
	DeleteWord Action = "delete-word"
	Down       Action = "down"
	Edit       Action = "edit"
	End        Action = "end"
	External   Action = "external-editor"
	Box        Action = "box"
	FindHere   Action = "find"
	Follow     Action = "follow"
	FilterList Action = "filter"
	GoToDate   Action = "go-to-date"
	HalfDown   Action = "half-page-down"
	HalfUp     Action = "half-page-up"
	HelpScreen Action = "help"
	History    Action = "history"
	Indent     Action = "indent"
	Keep       Action = "keep-hits"
	Left       Action = "left"
	Line       Action = "new-line"
	LineDown   Action = "move-line-down"
	LineUp     Action = "move-line-up"
	Memories   Action = "on-this-day"
	NewTrip    Action = "new-trip"
	Mend       Action = "mend"
	MendAll    Action = "mend-all"
	Narrower   Action = "narrower-list"
	NewEntry   Action = "new-entry"
	Newer      Action = "newer"
	NextPage   Action = "next-page"
	NextPart   Action = "next-part"
	NextHit    Action = "next-hit"
	NextLink   Action = "next-link"
	No         Action = "no"
	Older      Action = "older"
	Open       Action = "open"
	Order      Action = "order-hits"
	OutlineAll Action = "outline"
	Outdent    Action = "outdent"
	PageDown   Action = "page-down"
	PageUp     Action = "page-up"
	Palette    Action = "palette"
	Paste      Action = "paste"
	PrevPage   Action = "previous-page"
	PrevPart   Action = "previous-part"
	PrevHit    Action = "previous-hit"
	PrevLink   Action = "previous-link"
	Quit       Action = "quit"
	Range      Action = "range-of-days"
	Redo       Action = "redo"
	Restore    Action = "bring-back"
	RestoreOne Action = "bring-back-place"
	Retrace    Action = "previous-place"
	Remove     Action = "remove"
	Rename     Action = "rename"
	RenameTag  Action = "rename-tag"
	Replace    Action = "replace"
	ReplaceAll Action = "replace-all"
	Rendered   Action = "rendered"
	Right      Action = "right"
	Save       Action = "save"
	SearchAll  Action = "search"
	SelectAll  Action = "select-all"
	Settle     Action = "settle"
	Start      Action = "start"
	Star       Action = "star"
	Statistics Action = "statistics"
	Suspend    Action = "suspend"
	Tags       Action = "tags"
	TakeBoth   Action = "take-both"
	GoOn       Action = "go-on"
	TakeOurs   Action = "take-ours"
	TakeTheirs Action = "take-theirs"
	TakeBack   Action = "take-back"
	Task       Action = "toggle-task"
	TextEnd    Action = "text-end"
	TextStart  Action = "text-start"
	TimeHead   Action = "time-heading"
	ToToday    Action = "to-today"
	Top        Action = "top"
	Trip       Action = "read-trip"
	Trash      Action = "trash"
	Undo       Action = "undo"
	Up         Action = "up"
	Wider      Action = "wider-list"
	WordLeft   Action = "word-left"
	Walk       Action = "walk"
	WordRight  Action = "word-right"
	Write      Action = "write-today"
	Years      Action = "month-or-years"
	Yes        Action = "yes"

	SelectDown      Action = "select-down"
	SelectEnd       Action = "select-end"
	SelectLeft      Action = "select-left"
	SelectRight     Action = "select-right"
	SelectStart     Action = "select-start"
	SelectUp        Action = "select-up"
	SelectWordLeft  Action = "select-word-left"
	SelectWordRight Action = "select-word-right"
	SelectTextEnd   Action = "select-text-end"
	SelectTextStart Action = "select-text-start"
)

// moving are the actions that only move or select, or that a key does while
// one types.
var moving = []Action{
	Backspace, Bottom, Delete, DeleteEnd, DeleteWord, Down, End, HalfDown, HalfUp, Indent, Left, Line, Outdent, PageDown, PageUp,
	Right, Narrower, NextPage, PrevPage, NextPart, PrevPart, Start, TextEnd, TextStart, Top, Up, Wider, WordLeft, WordRight, SelectDown, SelectEnd, SelectLeft, SelectRight, SelectStart,
	SelectUp, SelectWordLeft, SelectWordRight, SelectTextEnd, SelectTextStart,
}

// Moves reports whether an action is one that nobody looks up to do it.
func (a Action) Moves() bool { return slices.Contains(moving, a) }

// Default is the table that the program starts with.
func Default() Map {
	keys := func(k ...string) []string { return k }
	return Map{
		{Home, Open, keys("enter"), true},
		{Home, Edit, keys("e", "f4"), true},
		{Home, Up, keys("up", "k"), false},
		{Home, Down, keys("down", "j"), false},
		{Home, PageUp, keys("pgup"), false},
		{Home, PageDown, keys("pgdown"), false},
		{Home, Top, keys("home", "g"), false},
		{Home, Bottom, keys("end", "G", "shift+g"), false},
		{Home, Newer, keys("f7", "["), false},
		{Home, Older, keys("f8", "]"), false},
		{Home, NewEntry, keys("n", "ctrl+n"), false},
		{Home, Star, keys("*"), false},
		{Home, Aside, keys("right", "tab"), false},
		{Home, Narrower, keys("<"), false},
		{Home, Wider, keys(">"), false},
		{Home, Dates, keys("c"), true},
		{Home, Memories, keys("o"), false},
		{Home, Tags, keys("#"), false},
		{Home, Trip, keys("t"), false},
		{Home, NewTrip, nil, false},
		{Home, Statistics, keys("s"), false},
		{Home, FilterList, keys("f"), false},
		{Home, Checkup, keys("!"), false},
		{Home, HalfDown, keys("space"), false},
		{Home, HalfUp, keys("b"), false},
		{Home, History, keys("h"), false},
		{Home, Rename, keys("r"), false},
		{Home, Remove, keys("delete"), false},

		{Calendar, Open, keys("enter"), true},
		{Calendar, Edit, keys("e", "f4"), false},
		{Calendar, Years, keys("c", "f6"), true},
		{Calendar, Range, keys("f"), true},
		{Calendar, Left, keys("left", "h"), false},
		{Calendar, Right, keys("right", "l"), false},
		{Calendar, Up, keys("up", "k"), false},
		{Calendar, Down, keys("down", "j"), false},
		{Calendar, PrevPage, keys("pgup", "b"), false},
		{Calendar, NextPage, keys("pgdown", "space"), false},
		{Calendar, ToToday, keys("home", "g"), false},
		{Calendar, Newer, keys("f7", "["), false},
		{Calendar, Older, keys("f8", "]"), true},
		{Calendar, Memories, keys("o"), false},
		{Calendar, Tags, keys("#"), false},
		{Calendar, Trip, keys("t"), false},
		{Calendar, NewTrip, nil, false},
		{Calendar, NewEntry, keys("n", "ctrl+n"), false},
		{Calendar, Star, keys("*"), false},
		{Calendar, Rename, keys("r"), false},
		{Calendar, Aside, keys("tab"), false},
		{Calendar, Narrower, keys("<"), false},
		{Calendar, Wider, keys(">"), false},
		{Calendar, Back, keys("q"), false},

		{Reader, Back, keys("q", "left"), false},
		{Reader, Edit, keys("e", "f4", "ctrl+r"), true},
		{Reader, FindHere, keys("/"), true},
		{Reader, NextHit, keys("n"), false},
		{Reader, PrevHit, keys("N", "shift+n"), false},
		{Reader, NextLink, keys("tab"), true},
		{Reader, PrevLink, keys("shift+tab"), false},
		{Reader, Open, keys("enter"), false},
		{Reader, Retrace, keys("backspace", "ctrl+h"), false},
		{Reader, OutlineAll, keys("O", "shift+o"), false},
		{Reader, Task, keys("x", "f5"), false},
		{Reader, Memories, keys("o"), false},
		{Reader, Tags, keys("#"), false},
		{Reader, Trip, keys("t"), false},
		{Reader, Star, keys("*"), false},
		{Reader, Copy, keys("y"), false},
		{Reader, History, keys("h"), false},
		{Reader, Rename, keys("r"), false},
		{Reader, Remove, keys("delete"), false},
		{Reader, Up, keys("up", "k"), false},
		{Reader, Down, keys("down", "j"), false},
		{Reader, PageDown, keys("pgdown", "space"), false},
		{Reader, PageUp, keys("pgup", "b"), false},
		{Reader, HalfDown, keys("d"), false},
		{Reader, HalfUp, keys("u"), false},
		{Reader, Top, keys("home", "g"), false},
		{Reader, Bottom, keys("end", "G", "shift+g"), false},
		{Reader, Newer, keys("f7", "["), false},
		{Reader, Older, keys("f8", "]"), true},

		{Editor, Save, keys("ctrl+s"), true},
		{Editor, Undo, keys("ctrl+z"), true},
		{Editor, Redo, keys("ctrl+y"), false},
		{Editor, Left, keys("left"), false},
		{Editor, Right, keys("right"), false},
		{Editor, Up, keys("up"), false},
		{Editor, Down, keys("down"), false},
		{Editor, WordLeft, keys("ctrl+left", "alt+b", "alt+left"), false},
		{Editor, WordRight, keys("ctrl+right", "alt+f", "alt+right"), false},
		{Editor, Start, keys("home"), false},
		{Editor, End, keys("end"), false},
		{Editor, TextStart, keys("ctrl+home"), false},
		{Editor, TextEnd, keys("ctrl+end"), false},
		{Editor, PageUp, keys("pgup"), false},
		{Editor, PageDown, keys("pgdown"), false},
		{Editor, SelectLeft, keys("shift+left"), false},
		{Editor, SelectRight, keys("shift+right"), false},
		{Editor, SelectUp, keys("shift+up"), false},
		{Editor, SelectDown, keys("shift+down"), false},
		{Editor, SelectWordLeft, keys("ctrl+shift+left"), false},
		{Editor, SelectWordRight, keys("ctrl+shift+right"), false},
		{Editor, SelectStart, keys("shift+home"), false},
		{Editor, SelectEnd, keys("shift+end"), false},
		{Editor, SelectTextStart, keys("ctrl+shift+home"), false},
		{Editor, SelectTextEnd, keys("ctrl+shift+end"), false},
		{Editor, SelectAll, keys("ctrl+a"), false},
		{Editor, Copy, keys("ctrl+c"), false},
		{Editor, Cut, keys("ctrl+x"), false},
		{Editor, Paste, keys("ctrl+v"), false},
		{Editor, Line, keys("enter", "shift+enter", "alt+enter", "ctrl+j"), false},
		{Editor, Backspace, keys("backspace", "ctrl+h", "shift+backspace"), false},
		{Editor, Delete, keys("delete"), false},
		{Editor, DeleteWord, keys("ctrl+w", "alt+backspace", "ctrl+backspace"), false},
		{Editor, DeleteEnd, keys("ctrl+k"), false},
		{Editor, Indent, keys("tab"), false},
		{Editor, Outdent, keys("shift+tab"), false},
		{Editor, LineUp, keys("alt+up"), false},
		{Editor, LineDown, keys("alt+down"), false},
		{Editor, FindHere, keys("ctrl+f"), true},
		{Editor, TimeHead, keys("ctrl+t"), true},
		{Editor, Task, keys("f5", "ctrl+d"), false},
		{Editor, Newer, keys("f7"), false},
		{Editor, Older, keys("f8"), false},
		{Editor, Follow, keys("ctrl+o"), false},
		{Editor, Rendered, keys("ctrl+r"), true},

		{Find, NextHit, keys("enter", "down", "f3"), true},
		{Find, PrevHit, keys("up", "shift+enter", "shift+f3"), true},
		{Find, Replace, keys("tab"), true},
		{Find, ReplaceAll, keys("alt+enter"), true},
		{Find, SearchAll, keys("ctrl+f"), true},

		{Search, Open, keys("enter"), true},
		{Search, Walk, keys("tab"), true},
		{Search, Down, keys("down"), false},
		{Search, Up, keys("up"), false},
		{Search, PageUp, keys("pgup"), false},
		{Search, PageDown, keys("pgdown"), false},

		{Hits, Back, keys("q"), false},
		{Hits, Open, keys("enter"), true},
		{Hits, Edit, keys("e", "f4"), true},
		{Hits, NextHit, keys("n"), true},
		{Hits, PrevHit, keys("N", "shift+n"), false},
		{Hits, Up, keys("up", "k"), false},
		{Hits, Down, keys("down", "j"), false},
		{Hits, PageUp, keys("pgup", "b"), false},
		{Hits, PageDown, keys("pgdown", "space"), false},
		{Hits, Top, keys("home", "g"), false},
		{Hits, Bottom, keys("end", "G", "shift+g"), false},
		{Hits, Order, keys("o"), true},
		{Hits, Box, keys("/", "tab", "shift+tab"), true},

		{Filter, Open, keys("enter"), true},
		{Filter, Up, keys("up"), false},
		{Filter, Down, keys("down"), false},
		{Filter, Back, keys("esc"), true},

		{Help, Up, keys("up", "k"), false},
		{Help, Down, keys("down", "j"), false},
		{Help, PageUp, keys("pgup", "b"), false},
		{Help, PageDown, keys("pgdown", "space"), false},
		{Help, Palette, keys("ctrl+p", ":"), true},
		{Help, Back, keys("esc", "q", "?", "f1"), true},

		{Stats, Back, keys("esc", "q"), true},
		{Stats, NextPart, keys("right", "tab", "l", "s"), true},
		{Stats, PrevPart, keys("left", "shift+tab", "h"), false},
		{Stats, FilterList, keys("f", "/"), true},
		{Stats, CountOther, keys("w"), true},
		{Stats, Up, keys("up", "k"), false},
		{Stats, Down, keys("down", "j"), false},
		{Stats, PageDown, keys("pgdown", "space"), false},
		{Stats, PageUp, keys("pgup", "b"), false},

		{Doctor, Back, keys("esc", "q"), true},
		{Doctor, Open, keys("enter"), true},
		{Doctor, Mend, keys("m"), true},
		{Doctor, MendAll, keys("M", "shift+m"), true},
		{Doctor, Up, keys("up", "k"), false},
		{Doctor, Down, keys("down", "j"), false},
		{Doctor, Top, keys("home", "g"), false},
		{Doctor, Bottom, keys("end", "G", "shift+g"), false},
		{Doctor, PageDown, keys("pgdown", "space"), false},
		{Doctor, PageUp, keys("pgup", "b"), false},

		{Past, Back, keys("esc", "q"), true},
		{Past, Restore, keys("enter"), true},
		{Past, RestoreOne, keys("t"), true},
		{Past, NextHit, keys("n"), true},
		{Past, PrevHit, keys("N", "shift+n"), false},
		{Past, Against, keys("c", "tab"), true},
		{Past, Up, keys("up", "k"), false},
		{Past, Down, keys("down", "j"), false},
		{Past, Top, keys("home", "g"), false},
		{Past, Bottom, keys("end", "G", "shift+g"), false},
		{Past, PageDown, keys("pgdown", "space"), false},
		{Past, PageUp, keys("pgup", "b"), false},

		{Seek, Keep, keys("enter"), true},
		{Seek, NextHit, keys("down", "f3"), true},
		{Seek, PrevHit, keys("up", "shift+f3"), true},
		{Seek, SearchAll, keys("ctrl+f"), true},
		{Seek, Back, keys("esc"), true},

		{Pick, Open, keys("enter"), true},
		{Pick, Up, keys("up"), false},
		{Pick, Down, keys("down"), false},
		{Pick, PageUp, keys("pgup"), false},
		{Pick, PageDown, keys("pgdown"), false},
		{Pick, Back, keys("esc"), true},

		{TagList, Open, keys("enter"), true},
		{TagList, RenameTag, keys("ctrl+r"), true},
		{TagList, Up, keys("up"), false},
		{TagList, Down, keys("down"), false},
		{TagList, PageUp, keys("pgup"), false},
		{TagList, PageDown, keys("pgdown"), false},
		{TagList, Back, keys("esc"), true},

		{Preview, ChangeAll, keys("enter"), true},
		{Preview, NextHit, keys("n", "tab"), true},
		{Preview, PrevHit, keys("N", "shift+n", "shift+tab"), false},
		{Preview, Up, keys("up", "k"), false},
		{Preview, Down, keys("down", "j"), false},
		{Preview, PageUp, keys("pgup", "b"), false},
		{Preview, PageDown, keys("pgdown", "space"), false},
		{Preview, Top, keys("home", "g"), false},
		{Preview, Bottom, keys("end", "G", "shift+g"), false},
		{Preview, Back, keys("esc", "q"), true},

		{Prompt, GoOn, keys("enter"), true},
		{Prompt, Back, keys("esc"), true},

		{Conflict, TakeOurs, keys("o", "1", "left"), true},
		{Conflict, TakeTheirs, keys("t", "2", "right"), true},
		{Conflict, TakeBoth, keys("b", "3"), true},
		{Conflict, AllOurs, keys("O", "shift+o"), false},
		{Conflict, AllTheirs, keys("T", "shift+t"), false},
		{Conflict, AllBoth, keys("B", "shift+b"), false},
		{Conflict, Settle, keys("enter", "ctrl+s"), true},
		{Conflict, NextHit, keys("n", "tab"), true},
		{Conflict, PrevHit, keys("N", "shift+n", "shift+tab"), false},
		{Conflict, Up, keys("up", "k"), false},
		{Conflict, Down, keys("down", "j"), false},
		{Conflict, PageUp, keys("pgup"), false},
		{Conflict, PageDown, keys("pgdown", "space"), false},
		{Conflict, Top, keys("home", "g"), false},
		{Conflict, Bottom, keys("end", "G", "shift+g"), false},
		{Conflict, Back, keys("esc", "q"), true},

		{Ask, Yes, keys("y"), true},
		{Ask, No, keys("n", "esc"), true},

		{Command, Palette, keys(":"), false},
		{Command, SearchAll, keys("/"), true},
		{Command, HelpScreen, keys("?"), true},
		{Command, TakeBack, keys("u"), false},
		{Command, Quit, keys("q", "ctrl+c"), false},
		{Command, Suspend, keys("ctrl+z"), false},

		{App, Back, keys("esc"), true},
		{App, Write, keys("f2"), false},
		{App, GoToDate, keys("ctrl+g"), false},
		{App, Dates, keys("f6"), false},
		{App, SearchAll, keys("ctrl+f"), false},
		{App, External, keys("ctrl+e"), false},
		{App, History, keys("f9"), false},
		{App, Conflicts, keys("f10", "alt+c"), false},
		{App, Rename, keys(), false},
		{App, Trash, keys(), false},
		{App, Checkup, keys(), false},
		{App, Palette, keys("ctrl+p"), false},
		{App, HelpScreen, keys("f1"), false},
		{App, Quit, keys("ctrl+q"), true},
	}
}
