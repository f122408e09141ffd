package store

import "errors"

// errSameFile says that an entry cannot be replaced by a new file without a
// loss: it has several names, or an owner that a new file cannot have.
var errSameFile = errors.New("the file must stay the same one")
