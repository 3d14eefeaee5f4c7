//! Messages of checks that run during compilation.

/// A text that is assembled during compilation. What does not fit is cut off.
pub(crate) struct Message {
    bytes: [u8; 1024],
    length: usize,
}

impl Message {
    pub(crate) const fn new() -> Self {
        Self {
            bytes: [0; 1024],
            length: 0,
        }
    }

    pub(crate) const fn text(mut self, text: &str) -> Self {
        let bytes = text.as_bytes();
        if self.length + bytes.len() <= self.bytes.len() {
            let mut i = 0;
            while i < bytes.len() {
                self.bytes[self.length] = bytes[i];
                self.length += 1;
                i += 1;
            }
        }
        self
    }

    pub(crate) const fn is_empty(&self) -> bool {
        self.length == 0
    }

    /// Appends a number in decimal digits.
    pub(crate) const fn number(self, number: u32) -> Self {
        const DIGITS: &str = "0123456789";
        let digit = (number % 10) as usize;
        let digit = DIGITS.split_at(digit).1.split_at(1).0;
        let before = if number < 10 {
            self
        } else {
            self.number(number / 10)
        };
        before.text(digit)
    }

    /// Fails the evaluation of a constant with this message.
    #[expect(clippy::panic, reason = "it runs during compilation")]
    #[track_caller]
    pub(crate) const fn fail(&self) -> ! {
        panic!("{}", self.as_str());
    }

    pub(crate) const fn as_str(&self) -> &str {
        match str::from_utf8(self.bytes.split_at(self.length).0) {
            Ok(text) => text,
            Err(_) => "",
        }
    }
}
