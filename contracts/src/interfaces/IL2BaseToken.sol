// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @title L2BaseToken 0x…800a
/// @notice Holds the base token that is not in circulation. Money leaves it only in the state transition (deposits); withdrawing pays into it. No roles.
interface IL2BaseToken {
    event Withdrawal(address indexed l2Sender, address indexed l1Receiver, uint256 amount);
    event WithdrawalWithMessage(
        address indexed l2Sender, address indexed l1Receiver, uint256 amount, bytes additionalData
    );

    // 0x6ba9ecd8
    error ZeroReceiver();
    // 0x1f2a2005
    error ZeroAmount();

    function withdraw(address l1Receiver) external payable;
    function withdrawWithMessage(address l1Receiver, bytes calldata additionalData) external payable;

    /// @param account an address as a number
    function balanceOf(uint256 account) external view returns (uint256);
    function totalSupply() external view returns (uint256);
    function name() external view returns (string memory);
    function symbol() external view returns (string memory);
    function decimals() external view returns (uint8);
}
