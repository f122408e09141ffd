package store

import "errors"

// errForeign says that an entry's file has an owner or a group that a new file
// cannot be given, so it must not be replaced by one.
var errForeign = errors.New("the owner of the file cannot be kept")
