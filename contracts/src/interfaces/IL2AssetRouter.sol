// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @title L2AssetRouter 0x…10003
/// @notice Roles:
/// - the alias of L1AssetRouter, that is a priority operation sent by it: both `finalizeDeposit`.
/// - ComplexUpgrader: `upgradeToAndCall`.
/// - anyone: withdrawals of their own tokens.
interface IL2AssetRouter {
    event DepositFinalizedAssetRouter(uint256 indexed chainId, bytes32 indexed assetId, bytes assetData);
    event WithdrawalInitiatedAssetRouter(
        uint256 chainId, address indexed l2Sender, bytes32 indexed assetId, bytes assetData
    );

    // 0x8e4a23d6
    error Unauthorized(address caller);
    // 0xbd407dda
    error WrongChain(uint256 chainId);
    // 0x04a0b7e9
    error AssetIdNotSupported(bytes32 assetId);

    /// @notice Names of ZKsync, read by the SDKs; the last two are older names of the first.
    function L1_ASSET_ROUTER() external view returns (address);
    function l1SharedBridge() external view returns (address);
    function l1Bridge() external view returns (address);

    function L1_CHAIN_ID() external view returns (uint256);

    function l1TokenAddress(address l2Token) external view returns (address);
    function l2TokenAddress(address l1Token) external view returns (address);

    /// @param chainId must be the L1 chain id
    /// @param transferData abi.encode(sender, receiver, originToken, amount, metadata)
    function finalizeDeposit(uint256 chainId, bytes32 assetId, bytes calldata transferData) external;

    /// @notice The older shape, for tokens of L1; the SDKs estimate gas with it.
    /// @param data abi.encode(bytes name, bytes symbol, bytes decimals), each as the getter of the token returned it
    function finalizeDeposit(address l1Sender, address l2Receiver, address l1Token, uint256 amount, bytes calldata data)
        external;

    /// @param assetData abi.encode(uint256 amount, address l1Receiver, address l2Token or zero)
    /// @return hash of the message to L1
    function withdraw(bytes32 assetId, bytes calldata assetData) external returns (bytes32);

    /// @notice The older shape.
    function withdraw(address l1Receiver, address l2Token, uint256 amount) external;
}
