//! Transactions as functions, which can be tried again.

use std::sync::{Arc, PoisonError};
use std::time::Duration;

use tokio::time::sleep;

use super::manager::random;
use super::transaction::{Lender, Returned};
use super::{Pool, Transaction, TransactionOptions};
use crate::error::{Error, Result};

/// Limit of the first pause.
const FIRST_PAUSE: Duration = Duration::from_millis(10);

impl Pool {
    /// Runs a function in a transaction: commits if it returns `Ok`, and rolls back if it returns `Err` or is dropped.
    /// The function receives the transaction itself, and need not commit it.
    ///
    /// After a serialization failure or a deadlock the function is called again, up to 3 times; also if a table was altered
    /// and a statement must be prepared again. So it must not have other effects than those of the transaction.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "accounts")]
    /// # struct Account { #[column(primary_key)] id: i64, balance: i64 }
    /// # async fn run(pool: schema_core::Pool) -> schema_core::Result<()> {
    /// pool.transaction(async |mut transaction| {
    ///     let take = Account.update().set(Account.balance, Account.balance - 5).filter(Account.id.eq(1));
    ///     take.execute(&mut transaction).await?;
    ///     let give = Account.update().set(Account.balance, Account.balance + 5).filter(Account.id.eq(2));
    ///     give.execute(&mut transaction).await?;
    ///     Ok::<_, Error>(())
    /// })
    /// .await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// The function's error, or the errors of [`begin`](Self::begin) and [`commit`](Transaction::commit).
    pub async fn transaction<T, E, F, R>(&self, work: F) -> Result<T, E>
    where
        F: FnMut(Transaction<'static>) -> R,
        R: Future<Output = Result<T, E>>,
        E: From<Error>,
    {
        self.transaction_with(&TransactionOptions::new(), work)
            .await
    }

    /// Runs a function in a transaction with options: see [`transaction`](Self::transaction).
    ///
    /// # Errors
    /// The function's error, or the errors of [`begin`](Self::begin) and [`commit`](Transaction::commit).
    pub async fn transaction_with<T, E, F, R>(
        &self,
        options: &TransactionOptions,
        mut work: F,
    ) -> Result<T, E>
    where
        F: FnMut(Transaction<'static>) -> R,
        R: Future<Output = Result<T, E>>,
        E: From<Error>,
    {
        let mut pause = FIRST_PAUSE;
        let mut retries = options.retries;
        loop {
            let lender = Arc::default();
            let transaction = self.begin_with(options).await?.lent_by(&lender);
            let result = work(transaction).await;
            let (again, error) = match end(&lender, result).await {
                Ok(value) => return Ok(value),
                Err(failure) => failure,
            };
            if !again || retries == 0 {
                return Err(error);
            }
            retries -= 1;
            sleep(pause.min(options.longest_pause).mul_f64(random())).await;
            pause = pause.saturating_mul(2);
        }
    }
}

/// Ends the transaction of a function. An error comes with true if the next try is likely to succeed.
async fn end<T, E: From<Error>>(lender: &Lender, result: Result<T, E>) -> Result<T, (bool, E)> {
    let returned = std::mem::take(&mut *lender.lock().unwrap_or_else(PoisonError::into_inner));
    let mut transaction = match returned {
        Returned::Open(connection) => Transaction::owned(connection),
        Returned::Ended => return result.map_err(|error| (false, error)),
        Returned::Nothing => {
            result.map_err(|error| (false, error))?;
            let cause = "the function kept the transaction instead of dropping it";
            return Err((
                false,
                Error::Aborted {
                    cause: Some(cause.into()),
                    conflict: false,
                }
                .into(),
            ));
        }
    };
    let again = transaction.may_retry();
    match result {
        Ok(value) => match transaction.commit().await {
            Ok(()) => Ok(value),
            Err(error) => Err((again || error.is_retryable(), error.into())),
        },
        Err(error) => {
            // If it cannot be rolled back, the connection is lost, and the server rolls back.
            drop(transaction.rollback().await);
            Err((again, error))
        }
    }
}
