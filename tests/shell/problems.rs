use dragoman_core::ErrorCode;
use dragoman_desktop::error::WireError;
use dragoman_desktop::problems::{guard, words_of_the_program};

#[test]
fn a_panic_becomes_an_error() {
    let answer = guard(|| -> Result<u32, WireError> {
        let nothing: Vec<u32> = Vec::new();
        Ok(nothing[nothing.len()])
    });
    assert_eq!(answer.unwrap_err().code, ErrorCode::Internal);
}

#[test]
fn an_answer_and_an_error_pass_through() {
    assert_eq!(guard(|| Ok::<u32, WireError>(7)).unwrap(), 7);
    let refusal = WireError::new(ErrorCode::Conflict, "note");
    let refused = refusal.clone();
    assert_eq!(guard(|| Err::<(), _>(refused)), Err(refusal));
}

/// The standard library quotes the text that it was given; the log must not.
#[test]
fn an_articles_words_do_not_reach_the_log() {
    let text = "Министр сказал";
    let panic = std::panic::catch_unwind(|| text[..1].len()).unwrap_err();
    let message = panic.downcast_ref::<String>().unwrap();
    let logged = words_of_the_program(message);
    assert!(!logged.is_empty(), "{message}");
    assert!(!logged.contains("Министр"), "{logged}");
    assert!(!logged.contains('М'), "{logged}");
}

#[test]
fn words_of_the_program_stay() {
    let message = "index out of bounds: the len is 3 but the index is 3";
    assert_eq!(words_of_the_program(message), message);
}
