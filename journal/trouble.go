package journal

// Trouble is why the place where a journal is kept could not do something. As an
// error it says so in English; for a cause that people can do something about
// the screen has words in every language.
type Trouble struct {
	What  string // is not done
	Cause Cause  // "" for one that is not known
	Name  string // of the file or the folder that it is about, as far as known
	Err   error
}

// Cause is a kind of trouble.
type Cause string

const (
	Forbidden    Cause = "forbidden"     // no right to a file, or to its folder
	Protected    Cause = "protected"     // nobody may write the file
	DiskFull     Cause = "disk-full"     // no room is left
	QuotaFull    Cause = "quota-full"    // no room is left for this user
	ReadOnly     Cause = "read-only"     // the disk can only be read
	DiskFailed   Cause = "disk-failed"   // it could not read or write
	NoAnswer     Cause = "no-answer"     // it does not answer
	ManyOpen     Cause = "many-open"     // too many files are open
	NoFolder     Cause = "no-folder"     // something else stands where a folder should
	Huge         Cause = "huge"          // the file is larger than what can be read
	NotFetched   Cause = "not-fetched"   // the file is still with a cloud
	KeepChanging Cause = "keep-changing" // another program goes on changing the entry
)

func (t *Trouble) Error() string {
	if t.What == "" {
		return t.Err.Error()
	}
	return t.What + ": " + t.Err.Error()
}

func (t *Trouble) Unwrap() error { return t.Err }
